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
        to.List(answer.Hits, answer, static (to, hit, answer) => Write(to, hit, answer));
        to.Raw(root[1]);
    }

    private static void Write(AnswerBuffer to, StayHit hit, NearestAnswer answer)
    {
        var resource = hit.Hit.Resource;
        var pieces = resource.Shape.NumPoints <= MostKeptVertices ? Resources.Of(resource) : new(resource);
        var feature = pieces.Feature;
        to.Raw(feature[0]);
        to.Metres(hit.Hit.DistanceMetres);
        to.Raw(feature[1]);
        if (answer.Occupancy?.Invoke(resource) is { } count)
        {
            to.Json(count);
        }
        else
        {
            to.Raw("null"u8);
        }

        to.Raw(feature[2]);
        WriteGate(to, ResourceDistance.FindGate(answer.From, resource));
        to.Raw(feature[3]);
        to.Raw(Terms.Of(hit.Answer, (hit, answer.Answers)));
        to.Raw(feature[4]);
        to.Raw(NearestAnswers.FindLeaf(answer.Map, pieces.Place) is { } leaf ? LocatePieces.CodeOf(leaf) : "null"u8);
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

    /// <summary>What depends on a resource alone.</summary>
    private sealed class ResourcePieces(Resource resource)
    {
        public CutJson Feature { get; } = CutJson.Of(
            NearestAnswers.Feature(resource), "properties.distance", "occupancy", "gate", TermsNames, "grid");

        public LatticePoint Place { get; } = ResourcePlace.Of(resource.Shape);
    }
}
