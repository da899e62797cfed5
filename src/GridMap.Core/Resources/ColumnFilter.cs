using System.Numerics;

namespace GridMap.Core.Resources;

/// <summary>A condition on an attribute during one search: each different value that is met is asked once.</summary>
internal sealed class ColumnFilter(AttributeFilter condition, AttributeColumns frozen, AttributeColumns added)
{
    private readonly Answers ofFrozen = new(condition, frozen);
    private readonly Answers ofAdded = new(condition, added);
    private readonly int frozenCount = frozen.Resources.Length;

    /// <summary>Whether the resource of a number meets the condition.</summary>
    public bool Has(int number) =>
        number < frozenCount ? ofFrozen.At(number) : ofAdded.At(number - frozenCount);

    /// <summary>
    /// Of numbers from one on, a bit each, those whose resources meet the condition; all where the first is of an added
    /// one.
    /// </summary>
    public uint Narrow(int first, uint numbers) => first < frozenCount ? ofFrozen.Narrow(first, numbers) : numbers;

    private sealed class Answers
    {
        private const byte Met = 1, Failed = 2;

        private readonly AttributeFilter condition;
        private readonly Resource[] resources;
        private readonly AttributeColumn? column;
        private readonly byte[] known;

        public Answers(AttributeFilter condition, AttributeColumns columns)
        {
            (this.condition, resources) = (condition, columns.Resources);
            column = columns.Of(condition.Id);
            known = column is null ? [] : new byte[column.ValueCount];
        }

        public bool At(int place)
        {
            if (column is null)
            {
                return condition.Matches(resources[place]);
            }

            var number = column.NumberAt(place);
            if (known[number] == 0)
            {
                known[number] = condition.Accepts(column.Value(number)) ? Met : Failed;
            }

            return known[number] == Met;
        }

        public uint Narrow(int first, uint places)
        {
            var met = 0u;
            for (; places != 0; places &= places - 1)
            {
                met |= At(first + BitOperations.TrailingZeroCount(places)) ? places & (~places + 1) : 0;
            }

            return met;
        }
    }
}
