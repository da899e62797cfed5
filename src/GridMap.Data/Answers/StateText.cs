using GridMap.Core.History;

namespace GridMap.Data.Answers;

/// <summary>States as answers write them. Nearly all answers show the current state, so the last text is kept.</summary>
public static class StateText
{
    private static Written last = new(default, default(MapState).ToString());

    /// <summary><c>revision@date</c>.</summary>
    public static string Of(MapState state)
    {
        var known = Volatile.Read(ref last);
        if (known.State != state)
        {
            known = new Written(state, state.ToString());
            Volatile.Write(ref last, known);
        }

        return known.Text;
    }

    private sealed record Written(MapState State, string Text);
}
