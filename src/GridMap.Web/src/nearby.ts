/** What is near a place: a kind to choose, and what the server answers for it. */
import { fetchNearest, type Kind, type NearestFeature, type NearestProperties, type Occupancy } from './api';
import { element, type Child } from './dom';
import { say, sayAge, sayDistance, sayName, sayTime } from './text';

const Shown = 5;

/** A place on the map where a row leads: the gate, or the shape. */
export type Target = { gate: { lon: number; lat: number } | null; geometry: object };

export class Nearby {
  private readonly kinds: Kind[];
  private readonly onChoose: (target: Target) => void;
  private kind: string;
  private onlyFree = false;
  private asked = 0;

  constructor(kinds: Kind[], onChoose: (target: Target) => void) {
    this.kinds = kinds.filter((k) => k.count > 0);
    this.onChoose = onChoose;
    this.kind = (this.kinds.find((k) => k.id === 'parking') ?? this.kinds[0])?.id ?? '';
  }

  /** The section for a place; it fills itself when the answer comes. Null where there is nothing to look for. */
  section(lon: number, lat: number): Child {
    if (this.kinds.length === 0) {
      return null;
    }
    const rows = element('ul', 'rows');
    rows.id = 'nearest';
    const ask = () => void this.fill(rows, lon, lat);
    ask();
    return element('section', '',
      element('div', 'line nearby', element('h3', '', say('nearby')), this.freeBox(ask), this.kindList(ask)), rows);
  }

  private kindList(ask: () => void): HTMLElement {
    const list = document.createElement('select');
    list.id = 'nearest-kind';
    list.setAttribute('aria-label', say('kindOfPlace'));
    for (const kind of this.kinds) {
      list.add(new Option(sayName(kind.name), kind.id, false, kind.id === this.kind));
    }
    list.addEventListener('change', () => {
      this.kind = list.value;
      ask();
    });
    return list;
  }

  private freeBox(ask: () => void): HTMLElement {
    const box = document.createElement('input');
    box.type = 'checkbox';
    box.checked = this.onlyFree;
    box.addEventListener('change', () => {
      this.onlyFree = box.checked;
      ask();
    });
    return element('label', 'soft', box, ` ${say('onlyFree')}`);
  }

  private async fill(rows: HTMLElement, lon: number, lat: number): Promise<void> {
    const turn = ++this.asked;
    rows.setAttribute('aria-busy', 'true');
    const made = await this.ask(lon, lat).catch((error: unknown) =>
      [element('li', 'soft', `${say('failed')}: ${(error as Error).message}`)]);
    // A later question may have been answered sooner.
    if (turn === this.asked) {
      rows.replaceChildren(...made);
      rows.removeAttribute('aria-busy');
    }
  }

  private async ask(lon: number, lat: number): Promise<HTMLElement[]> {
    const { features } = await fetchNearest(this.kind, lon, lat, Shown, this.onlyFree);
    const kind = this.kinds.find((k) => k.id === this.kind)!;
    return features.length === 0
      ? [element('li', 'soft', say('nothingNear'))]
      : features.map((f) => this.row(f, kind));
  }

  private row(feature: NearestFeature, kind: Kind): HTMLElement {
    const place = feature.properties;
    const name = element('button', 'place', place.name ?? sayName(kind.name));
    name.setAttribute('type', 'button');
    name.addEventListener('click', () => this.onChoose({ gate: place.gate, geometry: feature.geometry }));
    return element('li', '',
      element('div', 'line', name, element('span', '', sayDistance(place.distance))),
      this.badges(place),
      place.rule ? element('div', 'rule', sayName(place.rule)) : null,
      this.fullness(place.capacity, place.occupancy));
  }

  private badges(place: NearestProperties): Child {
    const said = [
      place.open === null ? null : this.badge(place.open, 'open', 'shut'),
      place.free === null ? null : this.badge(place.free, 'free', 'fee'),
      this.time('enterBy', place.enterBy), this.time('leaveBy', place.leaveBy),
      place.leaveBy ? null : this.time('until', place.until),
    ].filter((badge) => badge !== null);
    return said.length === 0 ? null : element('div', 'badges', ...said);
  }

  private badge(holds: boolean, yes: 'open' | 'free', no: 'shut' | 'fee'): HTMLElement {
    return element('span', `badge ${holds ? 'sure' : 'check'}`, say(holds ? yes : no));
  }

  private time(word: 'enterBy' | 'leaveBy' | 'until', at: string | null): Child {
    return at ? element('span', 'badge', say(word).replace('{}', sayTime(at))) : null;
  }

  private fullness(capacity: number | null, occupancy: Occupancy | null): Child {
    if (capacity === null && !occupancy) {
      return null;
    }
    const holds = capacity === null ? null : `${say('capacity')} ${capacity}`;
    const taken = occupancy && element('span', occupancy.live ? 'live' : '',
      `${say('occupied')} ${occupancy.occupied}${occupancy.free === null ? '' : `, ${say('left')} ${occupancy.free}`}`
      + ` · ${sayAge(occupancy.age)}${occupancy.live ? '' : ` (${say('notLive')})`}`);
    return element('div', 'soft fullness', holds, holds && taken ? ' · ' : null, taken);
  }
}
