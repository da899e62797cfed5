using System.Net.Http.Headers;
using System.Text;

namespace GridMap.Server.Tests;

public sealed class ProblemTests(TownServer town) : IClassFixture<TownServer>
{
    [Theory]
    [InlineData("lon-190", "/locate?lon=190&lat=36.7")]
    [InlineData("nan", "/locate?lon=NaN&lat=36.7")]
    [InlineData("infinite", "/nearest?lon=119.1&lat=1e999")]
    [InlineData("swapped", "/locate?lon=36.7&lat=119.1")]
    [InlineData("missing", "/locate?lon=119.1")]
    [InlineData("empty", "/locate?lon=119.1&lat=")]
    [InlineData("crs", "/locate?lon=119.1&lat=36.7&crs=EPSG:1")]
    [InlineData("accuracy", "/locate?lon=119.1&lat=36.7&accuracy=-1")]
    [InlineData("partition", "/locate?lon=119.1&lat=36.7&partition=fishing&at=2026-02-01")]
    [InlineData("include", "/locate?lon=119.1&lat=36.7&include=duties,salaries")]
    [InlineData("at", "/locate?lon=119.1&lat=36.7&at=tomorrow")]
    [InlineData("at-year-1", "/locate?lon=119.1&lat=36.7&at=0001-01-01")]
    [InlineData("asof", "/locate?lon=119.1&lat=36.7&asof=99")]
    [InlineData("misspelt", "/locate?long=119.1&lat=36.7")]
    [InlineData("limit-0", "/nearest?lon=119.1&lat=36.7&limit=0")]
    [InlineData("limit-1001", "/nearest?lon=119.1&lat=36.7&limit=1001")]
    [InlineData("radius", "/nearest?lon=119.1&lat=36.7&radius=-5")]
    [InlineData("kind", "/nearest?lon=119.1&lat=36.7&kind=volcano&at=2026-02-01")]
    [InlineData("kind-empty", "/nearest?lon=119.1&lat=36.7&kind=")]
    [InlineData("repeated", "/locate?lon=119.1&lat=36.7&lon=119.2&lon=")]
    [InlineData("repeated-attribute", "/nearest?kind=toilet&lon=119.1&lat=36.7&accessible=true&accessible=false")]
    [InlineData("collection", "/collections/nothing/items")]
    [InlineData("bbox", "/collections/grids-governance-grid/items?bbox=1,2,3")]
    [InlineData("compare", "/compare?a=governance&b=fishing&at=2026-02-01")]
    [InlineData("no-route", "/nothing/here")]
    public async Task Bad_input_gets_a_problem_document_that_names_the_cure(string name, string url) =>
        Golden.Match($"problem-{name}.json", await town.GetAsync(url));

    [Theory]
    [InlineData("/locate?lon=119.1&lat=36.7")]
    [InlineData("/nearest?lon=119.1&lat=36.7")]
    [InlineData("/reach?lon=119.1&lat=36.7")]
    [InlineData("/compare?a=governance&b=fishing")]
    public async Task Times_are_taken_from_1900_to_2200_and_refused_beyond(string url)
    {
        foreach (var time in new[] { "at=0001-01-01", "at=1899-12-31T23:59Z", "at=9999-12-31", "asof=9999-12-31" })
        {
            var answer = await town.Client.GetAsync($"{url}&{time}");
            Assert.Equal((400, time), ((int)answer.StatusCode, time));
            Assert.Contains("of the years 1900 to 2200.", await answer.Content.ReadAsStringAsync());
        }

        // Nothing was in force then, so no partition to compare may be found; but nothing fails.
        foreach (var time in new[] { "at=1900-01-01", "at=2200-12-31T23:59:59-12:00", "asof=1900-01-01", "asof=2200-12-31" })
        {
            Assert.NotEqual((500, time), ((int)(await town.Client.GetAsync($"{url}&{time}")).StatusCode, time));
        }
    }

    [Theory]
    [InlineData("/locate", "application/json", """{"lon":119.1,"lat":36.7,"lon":119.2}""")]
    [InlineData("/locate", "application/x-www-form-urlencoded", "lon=119.1&lat=36.7&lon=119.2")]
    [InlineData("/locate?lon=119.1", "application/json", """{"lon":119.1,"lat":36.7}""")]
    public async Task A_parameter_given_twice_in_a_body_or_before_it_is_refused(string url, string type, string body)
    {
        var content = new StringContent(body, Encoding.UTF8, MediaTypeHeaderValue.Parse(type));
        var answer = await town.Client.PostAsync(url, content);
        Assert.Equal(400, (int)answer.StatusCode);
        Assert.Contains("lon: It is given more than once.", await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public void Swapped_coordinates_that_are_both_in_range_are_caught_by_the_maps_extent()
    {
        var berlin = new NetTopologySuite.Geometries.Envelope(13, 14, 52, 53);
        Assert.True(Requests.SwappedPoint.LooksSwapped(berlin, new Core.Spatial.LonLat(52.5, 13.4)));
        Assert.False(Requests.SwappedPoint.LooksSwapped(berlin, new Core.Spatial.LonLat(13.4, 52.5)));
        Assert.False(Requests.SwappedPoint.LooksSwapped(berlin, new Core.Spatial.LonLat(14.5, 52.5)));
    }

    [Theory]
    [InlineData("application/json", "{\"lon\":", 400)]
    [InlineData("application/json", "[1,2]", 400)]
    [InlineData("text/plain", "lon=119.1", 415)]
    public async Task A_body_that_cannot_be_read_is_a_problem(string type, string body, int status)
    {
        var content = new StringContent(body, Encoding.UTF8, MediaTypeHeaderValue.Parse(type));
        var answer = await town.Client.PostAsync("/locate", content);
        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
    }
}
