/** Shows what the server answered for a place. */
import type { Duty, LocateAnswer, PartitionAnswer, Station, Term, Vocabulary } from './api';
import { element, type Child } from './dom';
import type { Nearby } from './nearby';
import { say, sayDistance, sayName } from './text';

const termName = (terms: Term[], id: string): string => {
  const term = terms.find((t) => t.id === id);
  return term ? sayName(term.name) : id;
};

export class Panel {
  private readonly root: HTMLElement;
  private readonly vocabulary: Vocabulary;
  private readonly gridNames: Map<string, string>;
  private readonly nearby: Nearby;
  private readonly onClose: () => void;

  constructor(
    root: HTMLElement, vocabulary: Vocabulary, gridNames: Map<string, string>, nearby: Nearby, onClose: () => void,
  ) {
    this.root = root;
    this.vocabulary = vocabulary;
    this.gridNames = gridNames;
    this.nearby = nearby;
    this.onClose = onClose;
  }

  showAnswer(answer: LocateAnswer): void {
    const [first, ...others] = answer.results;
    this.show(
      ...(first ? this.partition(first) : []),
      this.nearby.section(answer.point.lon, answer.point.lat),
      others.length > 0 ? this.others(others) : null,
      element('p', 'fine', `${answer.point.lon.toFixed(6)}, ${answer.point.lat.toFixed(6)} · ${answer.state}`),
    );
  }

  showMessage(text: string): void {
    this.show(element('h2', '', text));
  }

  hide(): void {
    this.root.hidden = true;
    this.onClose();
  }

  private show(...children: Child[]): void {
    const close = element('button', 'close', '×');
    close.setAttribute('type', 'button');
    close.setAttribute('aria-label', say('close'));
    close.addEventListener('click', () => this.hide());
    this.root.replaceChildren(close, ...children.filter((c) => c !== null));
    this.root.hidden = false;
    this.root.scrollTop = 0;
  }

  private partition(answer: PartitionAnswer): Child[] {
    return answer.grid
      ? [...this.heading(answer), this.border(answer), this.duties(answer), this.stations(answer)]
      : [element('h2', '', say('outside')), this.nearest(answer)];
  }

  private heading(answer: PartitionAnswer): Child[] {
    const grid = answer.grid!;
    const kind = grid.subtype ? termName(this.vocabulary.subtypes, grid.subtype) : say(grid.category);
    return [
      element('p', 'path', answer.path.slice(0, -1).map((g) => g.name ?? g.code).join(' › ')),
      element('h2', '', grid.name ?? grid.code),
      element('p', 'badges',
        element('span', 'code', grid.code),
        element('span', `badge ${grid.category}`, kind),
        element('span', `badge ${answer.certainty}`, say(answer.certainty))),
    ];
  }

  private border(answer: PartitionAnswer): Child {
    if (!answer.border) {
      return null;
    }
    const { distance, neighbour } = answer.border;
    const across = neighbour ? `${say('across')} ${this.gridNames.get(neighbour) ?? neighbour}` : say('nothingAcross');
    return element('p', 'border',
      `${say('border')} `, element('strong', '', sayDistance(distance)), element('span', 'soft', ` · ${across}`));
  }

  private nearest(answer: PartitionAnswer): Child {
    return answer.nearest && element('p', 'border',
      `${say('nearestGrid')}: `,
      element('strong', '', this.gridNames.get(answer.nearest.code) ?? answer.nearest.code),
      ` · ${sayDistance(answer.nearest.distance)}`);
  }

  private duties(answer: PartitionAnswer): Child {
    const duties = answer.duties ?? [];
    return element('section', '',
      element('h3', '', say('duties')),
      duties.length === 0
        ? element('p', 'soft', say('noDuties'))
        : element('ul', 'rows', ...duties.map((d) => this.duty(d, answer))));
  }

  private duty(duty: Duty, answer: PartitionAnswer): HTMLElement {
    const place = answer.path.find((g) => g.code === duty.grid)?.name ?? duty.grid;
    const role = termName(this.vocabulary.roles, duty.role) + (duty.deputy ? ` (${say('deputy')})` : '');
    return element('li', duty.onCall === false ? 'off' : '',
      element('div', 'line',
        element('strong', duty.holder ? '' : 'vacant', duty.holder ?? say('vacant')),
        duty.phone ? this.phone(duty.phone) : null),
      element('div', 'line soft',
        element('span', '', `${role} · ${place}`),
        duty.chain === 'emergency' ? element('span', 'badge check', say('emergency')) : null,
        this.onCall(duty)));
  }

  private onCall(duty: Duty): Child {
    return duty.onCall === null || !duty.holder
      ? null
      : element('span', `badge ${duty.onCall ? 'sure' : 'unknown'}`, say(duty.onCall ? 'onCall' : 'offCall'));
  }

  private phone(phones: string): HTMLElement {
    const link = element('a', 'phone', phones);
    link.setAttribute('href', `tel:${phones.split(/[;,、\s]/)[0]}`);
    return link;
  }

  private stations(answer: PartitionAnswer): Child {
    const stations = answer.stations ?? [];
    return stations.length === 0
      ? null
      : element('section', '',
        element('h3', '', say('stations')),
        element('ul', 'rows', ...stations.slice(0, 6).map((s) => this.station(s))));
  }

  private station(station: Station): HTMLElement {
    const kind = termName(this.vocabulary.kinds, station.kind);
    return element('li', '',
      element('div', 'line',
        element('strong', '', station.name ?? kind), element('span', '', sayDistance(station.distance))),
      element('div', 'line soft', kind));
  }

  private others(answers: PartitionAnswer[]): HTMLElement {
    return element('section', '',
      element('h3', '', say('alsoIn')),
      element('ul', 'rows', ...answers.map((answer) => this.other(answer))));
  }

  private other(answer: PartitionAnswer): HTMLElement {
    const partition = this.vocabulary.partitions.find((p) => p.id === answer.partition);
    const path = answer.path.map((g) => g.name ?? g.code).join(' › ') || say('outside');
    return element('li', '',
      element('div', 'line', element('strong', '', path)),
      element('div', 'line soft', partition ? sayName(partition.name) : answer.partition));
  }
}
