namespace GridMap.Data.Exchange;

/// <summary>A file cannot be read or written; the message names the file, the place and the cure.</summary>
public sealed class ExchangeException : Exception
{
    /// <summary>With a message for the user.</summary>
    public ExchangeException(string message)
        : base(message)
    {
    }

    /// <summary>With a message for the user and the cause.</summary>
    public ExchangeException(string message, Exception cause)
        : base(message, cause)
    {
    }
}
