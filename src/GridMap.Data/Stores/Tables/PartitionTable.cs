using GridMap.Core;
using GridMap.Core.Grids;

namespace GridMap.Data.Stores.Tables;

internal sealed class PartitionTable() : ItemTable<Partition>("partition", "partitions",
[
    Column.Text("code"), Column.Text("name_zh"), Column.Text("name_en"), Column.Text("tiling"), Column.Json("levels"),
    Column.Ids("code_lengths"), Column.Flag("code_digits_only"), Column.Flag("is_default"),
])
{
    public override object?[] ToRow(Partition item) =>
    [
        item.Code, item.Name.Zh, item.Name.En, Words.Of(item.Tiling), Json.Of(item.Levels),
        item.Scheme?.Lengths.Select(static n => (long)n).ToArray(), item.Scheme?.DigitsOnly, item.IsDefault,
    ];

    public override Partition FromRow(Row row) => new()
    {
        Id = row.Integer(),
        Code = row.Text(),
        Name = new LocalText(row.Text(), row.Text()),
        Tiling = row.Choice<Tiling>(),
        Levels = Json.ReadLevels(row.Text()),
        Scheme = ReadScheme(row.IdsOrNull(), row.FlagOrNull()),
        IsDefault = row.Flag(),
    };

    private static CodeScheme? ReadScheme(long[]? lengths, bool? digitsOnly) => lengths is null
        ? null
        : new CodeScheme([.. lengths.Select(static n => (int)n)], digitsOnly ?? false);
}
