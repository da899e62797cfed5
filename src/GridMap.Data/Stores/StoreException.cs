namespace GridMap.Data.Stores;

/// <summary>A store cannot do what was asked; the message says why and names the cure in one line.</summary>
public class StoreException : Exception
{
    /// <summary>With a message for the user.</summary>
    public StoreException(string message)
        : base(message)
    {
    }

    /// <summary>With a message for the user and the cause.</summary>
    public StoreException(string message, Exception cause)
        : base(message, cause)
    {
    }
}

/// <summary>A change set was made against a state that is no longer the last, or conflicts with a scheduled one.</summary>
public sealed class RevisionConflictException(string message) : StoreException(message);
