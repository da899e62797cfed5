using GridMap.Core.Addresses;
using Lucene.Net.Analysis.Cjk;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Store;
using Lucene.Net.Util;

namespace GridMap.Bench.Addresses;

/// <summary>
/// Lucene.Net as it would find candidates: the texts as pairs of characters in an inverted index in memory, a question as a
/// disjunction of its pairs, the fifty best. What a candidate means (302室 is not 402室) would still have to be decided.
/// </summary>
internal sealed class LucenePeer : IDisposable
{
    private const LuceneVersion Version = LuceneVersion.LUCENE_48;
    private const int Candidates = 50;

    private readonly RAMDirectory directory = new();
    private readonly CJKAnalyzer analyzer = new(Version);
    private readonly DirectoryReader reader;
    private readonly IndexSearcher searcher;

    /// <summary>Builds the index.</summary>
    public LucenePeer(IReadOnlyList<Address> items)
    {
        using (var writer = new IndexWriter(directory, new IndexWriterConfig(Version, analyzer) { RAMBufferSizeMB = 256 }))
        {
            foreach (var item in items)
            {
                writer.AddDocument(
                [
                    new TextField("text", item.Text, Field.Store.NO),
                    new StoredField("id", item.Id),
                ]);
            }

            writer.ForceMerge(1);
        }

        reader = DirectoryReader.Open(directory);
        searcher = new IndexSearcher(reader);
    }

    /// <summary>Bytes of the index.</summary>
    public long Bytes => directory.GetSizeInBytes();

    /// <summary>How many candidates it finds, and whether the address is among them.</summary>
    public (int Found, bool HasMeant) Find(string question, long meant)
    {
        var terms = new BooleanQuery();
        using var stream = analyzer.GetTokenStream("text", question);
        var term = stream.AddAttribute<Lucene.Net.Analysis.TokenAttributes.ICharTermAttribute>();
        stream.Reset();
        while (stream.IncrementToken())
        {
            terms.Add(new TermQuery(new Term("text", term.ToString())), Occur.SHOULD);
        }

        stream.End();
        var top = searcher.Search(terms, Candidates);
        return (top.ScoreDocs.Length, top.ScoreDocs.Any(d => searcher.Doc(d.Doc).GetField("id").GetInt64Value() == meant));
    }

    public void Dispose()
    {
        reader.Dispose();
        analyzer.Dispose();
        directory.Dispose();
    }
}
