namespace GridMap.Core;

/// <summary>
/// The identity that the source of an item gave it. Equal items of two imports have equal source keys.
/// </summary>
/// <param name="Source">Who keeps the item: a register, a file, an operator. Not empty, no slash.</param>
/// <param name="Id">Its id there, unique within the source. Not empty; may hold slashes (<c>way/42</c>).</param>
public readonly record struct SourceKey(string Source, string Id)
{
    /// <summary><c>source/id</c>.</summary>
    public override string ToString() => $"{Source}/{Id}";
}
