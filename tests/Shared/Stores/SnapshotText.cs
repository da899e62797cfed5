using System.Globalization;
using System.Text;
using GridMap.Core;
using GridMap.Core.Addresses;
using GridMap.Core.Duties;
using GridMap.Core.Grids;
using GridMap.Core.Grids.Checks;
using GridMap.Core.Reference;
using GridMap.Core.Resources;
using NetTopologySuite.Geometries;
using Calendar = GridMap.Core.Windows.Calendars.Calendar;

namespace GridMap.Tests.Shared.Stores;

/// <summary>Snapshots as texts, so that two are equal when every value is, and a difference can be read.</summary>
public static class SnapshotText
{
    public static string Of(MapSnapshot map)
    {
        var text = new StringBuilder();
        text.AppendLine($"{map.State} next {map.NextId} recorded {map.RecordedAt:O} effective {map.NextEffective:O}");
        Lines(text, map.Terms, Of);
        Lines(text, map.Partitions, Of);
        Lines(text, map.Grids, Of);
        Lines(text, map.UsedGridKeys.OrderBy(static k => k.Key, StringComparer.Ordinal), static k => $"{k.Key}={k.Value}");
        Lines(text, map.Reference, Of);
        Lines(text, map.Dwellings, Of);
        Lines(text, map.Addresses, Of);
        Lines(text, map.Persons, static p => $"person {p.Id} {p.Key} {p.Name} {Text(p.Phones)}");
        Lines(text, map.Duties, Of);
        Lines(text, map.Emergencies, Of);
        Lines(text, map.Resources, Of);
        Lines(text, map.Calendars, Of);
        Lines(text, map.AcceptedFindings, Of);
        return text.ToString();
    }

    private static string Of(Term t) => $"term {t.Id} {t.Key} {Of(t.Name)} {Text(t.Icon)} "
        + string.Join(",", t.Attributes.Select(static a => $"{a.Id} {Of(a.Name)} {a.Type} {a.Filterable}"));

    private static string Of(Partition p) => $"partition {p.Id} {p.Key} {Of(p.Name)} {p.Tiling} {p.IsDefault} "
        + string.Join(",", p.Levels.Select(static l => $"{l.Id} {Of(l.Name)}"))
        + (p.Scheme is { } s ? $" {string.Join(",", s.Lengths)} {s.DigitsOnly}" : " free");

    private static string Of(GridVersion v)
    {
        var g = v.Grid;
        return $"grid {g.Id} {g.Key} in {g.ParentId} {g.Level} {Text(g.Name)} {g.Category} {Text(g.Subtype)} "
            + $"{g.Stated.Households} {g.Stated.Population} {Of(g.Attributes)} {Of(v.Shape)}";
    }

    private static string Of(ReferenceFeature f) =>
        $"reference {f.Id} {f.Key} {Text(f.Code)} {Text(f.Name)} {Of(f.Attributes)} {Of(f.Shape)}";

    private static string Of(Dwelling d) => $"dwelling {d.Id} {d.Key} {Text(d.Name)} {d.Households} {d.Population} "
        + $"{d.PopulationKind} {d.CompoundId} {Of(d.Attributes)} {Of(d.Shape)}";

    private static string Of(Address a) => $"address {a.Id} {a.Key} {a.Text} {Of(a.Parts)} "
        + $"{Exact(a.Point.Lon)} {Exact(a.Point.Lat)} {a.Standing} {a.DwellingId} {a.AssignedGridId}";

    private static string Of(Duty d) => $"duty {d.Id} {d.Key} {d.Role} {d.Holder} {string.Join(",", d.Scope)} {d.Order} "
        + $"{d.IsDeputy} {Text(d.OnCall)} {d.Chain} {d.HolderIsPublic} {d.PhoneIsPublic}";

    private static string Of(Emergency e) => $"emergency {e.Id} {e.Key} {string.Join("|", e.CodePrefixes.Select(Text))} "
        + $"{e.From.ToUniversalTime():O} {e.To?.ToUniversalTime():O} {Text(e.Document)} {Text(e.DeclaredBy)}";

    private static string Of(Calendar c) => $"calendar {c.Id} {c.Code} {c.Name} {string.Join(",", c.Statutory)} "
        + string.Join(",", c.Years.Select(y =>
            $"{y.Year} {Text(y.Document)} {string.Join("|", y.DaysOff)} {string.Join("|", y.Workdays)}"));

    private static string Of(Resource r) => $"resource {r.Id} {r.Key} {r.Kind} {Text(r.Name)} {r.Capacity} "
        + $"{string.Join(",", r.Gates.Select(static g => $"{Exact(g.Lon)} {Exact(g.Lat)}"))} "
        + $"{string.Join(",", r.ExitGates.Select(static g => $"{Exact(g.Lon)} {Exact(g.Lat)}"))} "
        + $"{string.Join(",", r.Serves)} {Of(r.Attributes)} {Of(r.Shape)}";

    private static string Of(Finding f) => $"finding {f.Rule} {f.Severity} {Text(f.Partition)} "
        + $"{string.Join(",", f.Grids)} {Of(f.Place)} {Of(f.Message)} {(f.Measure is { } m ? Exact(m) : "")}";

    private static string Of(LocalText text) => $"[{text.Zh}|{text.En}]";

    private static string Of(AttributeSet attributes) =>
        $"{{{string.Join(";", attributes.Select(static a => $"{a.Key}={a.Value}"))}}}";

    private static string Of(Geometry? shape) => shape is null
        ? "no shape"
        : $"{shape.GeometryType} {shape.NumGeometries} {shape.NumPoints} "
            + string.Join(",", shape.Coordinates.Select(static c => $"{Exact(c.X)} {Exact(c.Y)}"));

    // All 64 bits: R is not enough for a negative zero, and a test that rounds cannot fail.
    private static string Exact(double value) => BitConverter.DoubleToInt64Bits(value).ToString("x16", CultureInfo.InvariantCulture);

    private static string Text(string? text) => text is null ? "null" : $"'{text}'";

    private static void Lines<T>(StringBuilder text, IEnumerable<T> items, Func<T, string> line)
    {
        foreach (var item in items)
        {
            text.AppendLine(line(item));
        }
    }
}
