using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace GridMap.Server.Tests;

public sealed class BatchTests(TownServer town) : IClassFixture<TownServer>
{
    private const string Then = "at=2026-02-01";

    private const string Results =
        "result_status,result_grid,result_path,result_border_m,result_address,result_score,result_score_next,result_reason";

    [Fact]
    public Task Rows_stay_in_order_and_keep_their_columns() => Answers(
        """
        id,lon,lat,note
        1,119.0999,36.7,west
        2,119.0999999,36.7,"a ""quoted"" note,
        on two lines"
        3,119.12,36.7,outside

        4, 119.105 ,36.7,east
        """,
        $"""
        id,lon,lat,note,{Results}
        1,119.0999,36.7,west,ok,379983001001001,379983001001/379983001001001,8.94,,,,
        2,119.0999999,36.7,"a ""quoted"" note,
        on two lines",near_border,379983001001001,379983001001/379983001001001,0.01,,,,
        3,119.12,36.7,outside,not_found,,,,,,,

        4, 119.105 ,36.7,east,ok,379983001001002,379983001001/379983001001002,446.8,,,,

        """);

    [Fact]
    public Task A_row_that_cannot_be_read_says_why_and_stops_nothing() => Answers(
        """
        lon,lat
        lon,lat
        119.105,36.7
        119.105
        119.105,36.7,more,still
        ,36.7
        NaN,36.7
        119.105,95
        36.7,119.105
        119.105,36.7
        """,
        $"""
        lon,lat,{Results}
        lon,lat,bad_row,,,,,,,lon: 'lon' is not a finite number.
        119.105,36.7,ok,379983001001002,379983001001/379983001001002,446.8,,,,
        119.105,,bad_row,,,,,,,Fields: 1; the header has 2.
        119.105,"36.7,more,still",bad_row,,,,,,,Fields: 4; the header has 2.
        ,36.7,bad_row,,,,,,,lon is empty.
        NaN,36.7,bad_row,,,,,,,lon: 'NaN' is not a finite number.
        119.105,95,bad_row,,,,,,,"lon, lat: Latitude must be from -90 to 90 degrees. (x 119.105, y 95, CRS84)"
        36.7,119.105,bad_row,,,,,,,"lon, lat: Longitude and latitude look swapped: give longitude first. (x 36.7, y 119.105, CRS84)"
        119.105,36.7,ok,379983001001002,379983001001/379983001001002,446.8,,,,

        """);

    [Fact]
    public Task A_quote_that_is_never_closed_costs_one_row() => Answers(
        """
        lon,lat,note
        119.105,36.7,"open
        119.105,36.7,fine
        """,
        $"""
        lon,lat,note,{Results}
        119.105,36.7,"open,,,bad_row,,,,,,,A quote is opened and never closed.
        119.105,36.7,fine,ok,379983001001002,379983001001/379983001001002,446.8,,,,

        """);

    [Theory]
    [InlineData("utf-8", false, ',')]
    [InlineData("utf-8", true, ';')]
    [InlineData("gb18030", false, '\t')]
    public async Task Encodings_and_separators_are_found_out_and_kept(string name, bool mark, char separator)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var encoding = Encoding.GetEncoding(name);
        var rows = "编号,经度,lat\r\n甲,119.105,36.7\r\n乙,119.095,36.7\r\n".Replace(',', separator);
        byte[] bytes = [.. mark ? Encoding.UTF8.GetPreamble() : [], .. encoding.GetBytes(rows)];
        var answer = await PostAsync($"/locate/batch?lon=经度&{Then}", bytes, "text/csv");
        Assert.Equal(name, answer.Content.Headers.ContentType!.CharSet);
        var text = encoding.GetString(await answer.Content.ReadAsByteArrayAsync());
        Assert.Equal(mark, text.StartsWith('\uFEFF'));
        Assert.Equal(
            $"编号,经度,lat,{Results}\r\n甲,119.105,36.7,ok,379983001001002,379983001001/379983001001002,446.8,,,,\r\n"
            + "乙,119.095,36.7,ok,379983001001001,379983001001/379983001001001,446.8,,,,\r\n",
            text.TrimStart('\uFEFF').Replace(separator, ','));
    }

    [Fact]
    public async Task A_nul_byte_and_a_character_that_is_cut_off_are_bad_rows()
    {
        byte[] bytes = [.. "lon,lat,note\n119.105,36.7,a\0b\n119.105,36.7,好\n119.105,36.7,"u8, 0xE5, 0xA5];
        var answer = await PostAsync($"/locate/batch?{Then}", bytes, "text/csv");
        var lines = (await answer.Content.ReadAsStringAsync()).Split('\n');
        Assert.EndsWith(",bad_row,,,,,,,The row holds a NUL byte.", lines[1]);
        Assert.Contains("好,ok,", lines[2]);
        Assert.EndsWith("\"The row holds bytes that are not utf-8, or ends in the middle of a character.\"", lines[3]);
    }

    [Fact]
    public async Task Json_lines_keep_their_members()
    {
        const string Rows =
            """
            {"id":1,"lon":119.105,"lat":"36.7","more":{"a":[1]}}
            {}
            [1]
            {"lon":[],"lat":1}
            {"lon":119.12,"lat":36.7
            """;
        const string None = "\"result_grid\":null,\"result_path\":null,\"result_border_m\":null,\"result_address\":null,"
            + "\"result_score\":null,\"result_score_next\":null,\"result_reason\":";
        var answer = await PostAsync($"/locate/batch?{Then}", Encoding.UTF8.GetBytes(Rows), "application/x-ndjson");
        var lines = (await answer.Content.ReadAsStringAsync()).Split('\n');
        Assert.Equal(
            "{\"id\":1,\"lon\":119.105,\"lat\":\"36.7\",\"more\":{\"a\":[1]},\"result_status\":\"ok\",\"result_grid\":"
            + "\"379983001001002\",\"result_path\":\"379983001001/379983001001002\",\"result_border_m\":446.8,"
            + "\"result_address\":null,\"result_score\":null,\"result_score_next\":null,\"result_reason\":null}",
            lines[0]);
        Assert.Equal($"{{\"result_status\":\"bad_row\",{None}\"lon is empty.\"}}", lines[1]);
        Assert.StartsWith("{\"line\":\"[1]\",\"result_status\":\"bad_row\"", lines[2]);
        Assert.Contains("lon is neither a number nor a text.", lines[3]);
        using var cut = JsonDocument.Parse(lines[4]);
        Assert.Equal("{\"lon\":119.12,\"lat\":36.7", cut.RootElement.GetProperty("line").GetString());
        Assert.StartsWith("No JSON object: ", cut.RootElement.GetProperty("result_reason").GetString());
    }

    [Fact]
    public async Task An_answer_in_a_batch_is_the_single_answer()
    {
        var random = new Random(7);
        var points = Enumerable.Range(0, 150).Select(_ => string.Create(
            CultureInfo.InvariantCulture, $"{119.08 + (0.04 * random.NextDouble())},{36.68 + (0.04 * random.NextDouble())}"))
            .ToList();
        var batch = await PostAsync(
            $"/locate/batch?{Then}&accuracy=100", Encoding.UTF8.GetBytes("lon,lat\n" + string.Join('\n', points)), "text/csv");
        var rows = (await batch.Content.ReadAsStringAsync()).Split('\n')[1..^1];
        Assert.Equal(points.Count, rows.Length);
        foreach (var (point, row) in points.Zip(rows))
        {
            Assert.Equal($"{point},{await SingleAsync(point)},,,,", row);
        }
    }

    [Theory]
    [InlineData("/locate/batch", "id,x\n1,2", "text/csv", 400, "There is no column 'lon'. The header has: id, x.")]
    [InlineData("/locate/batch", "", "text/csv", 400, "The first line must be a header")]
    [InlineData("/locate/batch?lon=经度", "lon,lat\n", "text/csv", 400, "There is no column '经度'")]
    [InlineData("/locate/batch?crs=EPSG:1", "lon,lat\n", "text/csv", 400, "crs: ")]
    [InlineData("/locate/batch?partition=fishing", "lon,lat\n", "text/csv", 400, "There is no partition 'fishing'")]
    [InlineData("/locate/batch?encoding=big5", "lon,lat\n", "text/csv", 400, "Accepted: utf-8, gb18030.")]
    [InlineData("/locate/batch", "lon,lat\n", "application/json", 415, "application/x-ndjson")]
    public async Task A_batch_that_cannot_be_begun_is_a_problem(string url, string rows, string type, int status, string detail)
    {
        var answer = await PostAsync(url, Encoding.UTF8.GetBytes(rows), type);
        Assert.Equal(status, (int)answer.StatusCode);
        using var problem = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        Assert.Contains(detail, problem.RootElement.GetProperty("detail").GetString());
    }

    [Fact]
    public async Task A_declared_upload_over_the_limit_gets_413_with_the_limit()
    {
        var answer = await PostAsync($"/locate/batch?{Then}", new byte[TownServer.BatchLimit + 1], "text/csv");
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.Contains($"the limit is {TownServer.BatchLimit} bytes", await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_chunked_upload_over_the_limit_is_answered_so_far_and_says_why_it_stops()
    {
        const string Row = "119.105,36.7\n";
        var rows = "lon,lat\n" + string.Concat(Enumerable.Repeat(Row, TownServer.BatchLimit / Row.Length * 2));
        var content = new StreamContent(new MemoryStream(Encoding.UTF8.GetBytes(rows)));
        content.Headers.ContentType = new MediaTypeHeaderValue("text/csv");
        var request = new HttpRequestMessage(HttpMethod.Post, $"/locate/batch?{Then}") { Content = content };
        request.Headers.TransferEncodingChunked = true;
        var lines = (await (await town.Client.SendAsync(request)).Content.ReadAsStringAsync()).Split('\n')[1..^1];
        Assert.Equal((TownServer.BatchLimit - 8) / Row.Length, lines.Length - 1);
        Assert.All(lines[..^1], line => Assert.Contains(",ok,", line));
        Assert.Equal(
            $",,bad_row,,,,,,,Stopped: the upload is over the limit of {TownServer.BatchLimit} bytes.", lines[^1]);
    }

    private async Task Answers(string rows, string expected)
    {
        var answer = await PostAsync($"/locate/batch?{Then}", Encoding.UTF8.GetBytes(rows), "text/csv");
        Assert.Equal(expected, await answer.Content.ReadAsStringAsync());
    }

    private Task<HttpResponseMessage> PostAsync(string url, byte[] bytes, string type)
    {
        var content = new ByteArrayContent(bytes);
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        return town.Client.PostAsync(url, content);
    }

    /// <summary>Status, grid, path and border of a point, as <c>/locate</c> has them.</summary>
    private async Task<string> SingleAsync(string point)
    {
        var (lon, lat) = (point.Split(',')[0], point.Split(',')[1]);
        using var answer = JsonDocument.Parse(await town.Client.GetStringAsync(
            $"/locate?lon={lon}&lat={lat}&partition=governance&accuracy=100&{Then}"));
        var result = answer.RootElement.GetProperty("results")[0];
        var status = result.GetProperty("certainty").GetString() switch
        {
            "sure" => "ok",
            "check" => "near_border",
            _ => "not_found",
        };
        return !result.GetProperty("inside").GetBoolean() ? $"{status},,," : string.Join(
            ',',
            status,
            result.GetProperty("grid").GetProperty("code").GetString(),
            string.Join('/', result.GetProperty("path").EnumerateArray().Select(g => g.GetProperty("code").GetString())),
            result.GetProperty("border").GetProperty("distance").GetRawText());
    }
}
