using System.Runtime.CompilerServices;
using GridMap.Core;
using GridMap.Core.Resources;
using GridMap.Core.Resources.Terms;
using GridMap.Core.Spatial;

namespace GridMap.Data.Answers;

/// <summary>
/// Writes answers to nearest questions: what they say of a resource, and of terms and a stay, is encoded once and kept, and
/// figures are put into it.
/// </summary>
public static class NearestPieces
{
    private const string TermsNames = "open-suspended";
    private const int KeptStates = 1 << 4;
    private const int KeptTerms = 1 << 12;

    // More than are asked for in a while.
    private const int KeptResources = 1 << 14;

    // A large shape is encoded anew each time, or a few thousand of them would fill the memory.
    private const int MostKeptVertices = 64;

    // Stands for the grids of a map, which are not to stay in memory for what was kept of an answer.
    private static readonly ConditionalWeakTable<CityMap, object> Marks = [];

    private static readonly RecentParts<string, CutJson> Roots = new(KeptStates, static state =>
        CutJson.Of(new FeatureCollectionJson<NearestProperties>(state, []), "features"));

    private static readonly RecentParts<Resource, ResourcePieces> Resources = new(KeptResources, static r => new(r));

    // By what terms say of a stay, which is made once for a stay.
    private static readonly RecentParts<StayAnswer, (StayHit Hit, StayAnswers Answers), byte[]> Terms = new(
        KeptTerms, static of => CutJson.PartOf(
            NearestAnswers.WithTerms(NearestAnswers.Feature(of.Hit.Hit.Resource).Properties, of.Hit, of.Answers), TermsNames));

    /// <summary>Writes an answer, as the JSON of <see cref="NearestAnswers.ToJson(NearestAnswer)"/> is.</summary>
    public static void Write(AnswerBuffer to, NearestAnswer answer)
    {
        var root = Roots.Of(StateText.Of(answer.Map.State));
        to.Raw(root[0]);
        to.List(
            answer.Hits, (Answer: answer, Mark: Marks.GetOrCreateValue(answer.Map)),
            static (to, hit, of) => Write(to, hit, of.Answer, of.Mark));
        to.Raw(root[1]);
    }

    private static void Write(AnswerBuffer to, StayHit hit, NearestAnswer answer, object mark)
    {
        var resource = hit.Hit.Resource;
        var pieces = Resources.Of(resource);
        var count = answer.Occupancy?.Invoke(resource);
        var feature = pieces.Feature ?? ResourcePieces.Cut(resource);
        to.Kept(pieces.Start ?? feature[0]);
        to.Metres(hit.Hit.DistanceMetres);
        var isAlike = count is null && pieces.HasOneRest;
        if (isAlike && pieces.Rest is { } known
            && ReferenceEquals(known.Stay, hit.Answer) && ReferenceEquals(known.Mark, mark))
        {
            to.Kept(known.Json);
            return;
        }

        var start = to.OwnLength;
        WriteRest(to, hit, answer, feature, count, pieces.Place);
        if (isAlike)
        {
            pieces.Rest = new(hit.Answer, mark, to.OwnFrom(start).ToArray());
        }
    }

    /// <summary>What stands behind the distance.</summary>
    private static void WriteRest(
        AnswerBuffer to, StayHit hit, NearestAnswer answer, CutJson feature, OccupancyJson? count, LatticePoint place)
    {
        to.Raw(feature[1]);
        if (count is not null)
        {
            to.Json(count);
        }
        else
        {
            to.Raw("null"u8);
        }

        to.Raw(feature[2]);
        WriteGate(to, ResourceDistance.FindGate(answer.From, hit.Hit.Resource));
        to.Raw(feature[3]);
        to.Raw(Terms.Of(hit.Answer, (hit, answer.Answers)));
        to.Raw(feature[4]);
        to.Raw(NearestAnswers.FindLeaf(answer.Map, place) is { } leaf ? LocatePieces.CodeOf(leaf) : "null"u8);
        to.Raw(feature[5]);
    }

    private static void WriteGate(AnswerBuffer to, LonLat? gate)
    {
        if (gate is { } point)
        {
            LocatePieces.Write(to, point);
        }
        else
        {
            to.Raw("null"u8);
        }
    }

    /// <summary>What depends on a resource alone; and what was said of it last, as a rule the same for a minute.</summary>
    private sealed class ResourcePieces
    {
        private volatile Rest? rest;

        public ResourcePieces(Resource resource)
        {
            Feature = resource.Shape.NumPoints <= MostKeptVertices ? Cut(resource) : null;
            Start = Feature?[0];
            Place = ResourcePlace.Of(resource.Shape);
            HasOneRest = Feature is not null && resource.Gates.Count < 2;
        }

        /// <summary>Null where the shape is large.</summary>
        public CutJson? Feature { get; }

        /// <summary>What stands before the distance: at hand, because each answer needs it.</summary>
        public byte[]? Start { get; }

        public LatticePoint Place { get; }

        /// <summary>Whether what stands behind the distance is the same wherever one comes from.</summary>
        public bool HasOneRest { get; }

        /// <summary>Where nobody counts.</summary>
        public Rest? Rest
        {
            get => rest;
            set => rest = value;
        }

        public static CutJson Cut(Resource resource) => CutJson.Of(
            NearestAnswers.Feature(resource), "properties.distance", "occupancy", "gate", TermsNames, "grid");
    }

    /// <summary>What stands behind the distance, by what terms say of the stay and by the map.</summary>
    private sealed record Rest(StayAnswer Stay, object Mark, byte[] Json);
}
