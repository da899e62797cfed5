using System.Security.Cryptography;
using System.Text;
using GridMap.Core;
using GridMap.Core.Duties;
using GridMap.Core.History;
using GridMap.Data.Exchange;
using GridMap.Data.Stores.Tables;

namespace GridMap.Data.Importing.Items;

/// <summary>Reads who holds a duty; a person may hold several, and must be the same in each row.</summary>
internal sealed class DutyHolders(ImportRun run, FieldMap map)
{
    private readonly ItemCollector<Person> items = new(run, StoreTables.Persons, run.Before.Persons);
    private readonly Dictionary<string, Person> persons = [];

    /// <summary>The holder; false where the row was refused.</summary>
    public bool TryRead(SourceRow row, out DutyHolder holder)
    {
        holder = new DutyHolder.Vacant();
        var person = map.Find(row, "person");
        var id = map.Find(row, "person_id");
        if (map.Find(row, "organisation") is { } organisation)
        {
            holder = new DutyHolder.OfOrganisation(organisation, map.Find(row, "organisation_phone"));
            return person is null && id is null
                || Refuse(row, "holder", organisation, "A duty has a person or an organisation, not both.");
        }

        if (person is null && id is null)
        {
            return true;
        }

        var found = PersonOf(row, id, person ?? "");
        holder = new DutyHolder.OfPerson(found?.Id ?? 0);
        return found is not null;
    }

    /// <summary>The persons that are new or changed.</summary>
    public Changes<Person> ToChanges() => items.ToChanges();

    private Person? PersonOf(SourceRow row, string? id, string name)
    {
        var phones = map.Find(row, "phones");
        var person = new Person
        {
            Id = 0,
            SourceKey = new SourceKey(map.Find(row, "person_source") ?? map.Find(row, "source") ?? run.Source, id ?? Hash(name, phones)),
            Name = name,
            Phones = phones,
        };
        if (!persons.TryGetValue(person.Key, out var other))
        {
            return persons[person.Key] = items.TakeImplied(person);
        }

        if (other.SameContent(person))
        {
            return other;
        }

        Refuse(row, "person", person.SourceKey.Id, "Another row gives this person_id another name or other phones.");
        return null;
    }

    private static string Hash(string name, string? phones) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{name}\0{phones}")).AsSpan(0, 16));

    private bool Refuse(SourceRow row, string rule, string? value, string message)
    {
        run.Refuse(row, rule, value, message);
        return false;
    }
}
