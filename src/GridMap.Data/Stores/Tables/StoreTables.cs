using GridMap.Core;
using GridMap.Core.Grids.Checks;
using GridMap.Core.History;

namespace GridMap.Data.Stores.Tables;

/// <summary>Every table of the schema.</summary>
internal static class StoreTables
{
    public static readonly TermTable Terms = new();
    public static readonly PartitionTable Partitions = new();
    public static readonly GridTable Grids = new();
    public static readonly ReferenceTable Reference = new();
    public static readonly DwellingTable Dwellings = new();
    public static readonly AddressTable Addresses = new();
    public static readonly PersonTable Persons = new();
    public static readonly DutyTable Duties = new();
    public static readonly EmergencyTable Emergencies = new();
    public static readonly ResourceTable Resources = new();
    public static readonly CalendarTable Calendars = new();

    public static readonly StoreTable Revision = new(
        "revision", Column.Integer("number"), Column.Time("recorded_at"), Column.Date("effective"),
        Column.Text("actor"), Column.Text("document"), Column.Text("note"), Column.Text("summary"));

    public static readonly StoreTable Audit = new(
        "audit", Column.Integer("id"), Column.Time("at"), Column.Text("actor"), Column.Text("action"),
        Column.Integer("revision"), Column.Text("detail"));

    public static readonly StoreTable Counter = new("counter", Column.Integer("next_id"));

    public static readonly StoreTable GridEvent = new(
        "grid_event", Column.Integer("revision"), Column.Integer("position"), Column.Integer("grid_id"),
        Column.Text("change"), Column.Ids("from_grid_ids"));

    public static readonly StoreTable Finding = new(
        "finding", Column.Integer("revision"), Column.Integer("position"), Column.Text("rule"),
        Column.Text("severity"), Column.Text("partition"), Column.Texts("grids"), Column.Shape("place"),
        Column.Text("message_zh"), Column.Text("message_en"), Column.Number("measure"));

    public static readonly StoreTable Plan = new(
        "plan", Column.Integer("id"), Column.Text("title"), Column.Text("status"), Column.Integer("base_revision"),
        Column.Date("base_date"), Column.Text("created_by"), Column.Time("created_at"), Column.Time("changed_at"),
        Column.Text("note"));

    public static readonly StoreTable PlanEdit = new(
        "plan_edit", Column.Integer("plan_id"), Column.Integer("position"), Column.Text("kind"), Column.Json("edit"),
        Column.Flag("undone"), Column.Text("actor"), Column.Time("at"));

    public static readonly StoreTable Occupancy = new(
        "occupancy", Column.Integer("resource_id"), Column.Integer("occupied"), Column.Time("at"),
        Column.Time("received_at"));

    /// <summary>The rows of a transaction that say which items it touches; temporary.</summary>
    public static readonly StoreTable Touched = new("touched", Column.Integer("id"), Column.Flag("put"));

    /// <summary>The types of items, those that others refer to first.</summary>
    public static readonly IReadOnlyList<ItemTable> Items =
        [Terms, Partitions, Grids, Reference, Dwellings, Addresses, Persons, Duties, Emergencies, Resources,
        Calendars];

    /// <summary>What a backup copies: every table with data.</summary>
    public static readonly IReadOnlyList<StoreTable> All =
    [
        Revision, Audit, GridEvent, Finding, Plan, PlanEdit, Occupancy,
        .. Items.Select(static i => i.Versions), .. Items.Select(static i => i.Apart).OfType<StoreTable>(),
    ];

    public static object?[] ToRow(Revision r) =>
        [r.Number, r.RecordedAt, r.Effective, r.Actor, r.Document, r.Note, r.Summary];

    public static Revision ReadRevision(Row row) => new(
        row.Integer(), row.Time(), row.Date(), row.Text(), row.TextOrNull(), row.TextOrNull(), row.Text());

    public static object?[] ToRow(GridEvent e, long revision, int position) =>
        [revision, (long)position, e.GridId, Words.Of(e.Change), e.FromGridIds.ToArray()];

    public static GridEvent ReadGridEvent(Row row)
    {
        _ = (row.Integer(), row.Integer());
        return new GridEvent(row.Integer(), row.Choice<GridChange>(), row.Ids());
    }

    public static object?[] ToRow(Finding f, long revision, int position) =>
    [
        revision, (long)position, f.Rule, Words.Of(f.Severity), f.Partition, f.Grids.ToArray(), f.Place,
        f.Message.Zh, f.Message.En, f.Measure,
    ];

    public static Finding ReadFinding(Row row)
    {
        _ = (row.Integer(), row.Integer());
        return new Finding(
            row.Word(), row.Choice<Severity>(), row.TextOrNull(), row.Texts(), row.ShapeOrNull(),
            new LocalText(row.Text(), row.Text()), row.NumberOrNull());
    }
}
