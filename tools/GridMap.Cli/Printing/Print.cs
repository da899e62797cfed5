using GridMap.Cli.Running;
using GridMap.Data.Answers;

namespace GridMap.Cli.Printing;

/// <summary>Answers as the server writes them, indented.</summary>
internal static class Print
{
    /// <summary>Prints an answer as JSON.</summary>
    public static void Json<T>(CliHost host, T answer) =>
        host.Out.WriteLine(AnswerJson.Write(answer, AnswerJson.Indented));
}
