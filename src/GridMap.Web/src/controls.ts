/** The level switch and the list of layers. */
import type { LevelLayers, Switchable } from './layers';
import { say, sayName } from './text';

/** The id of a level, or null to let the zoom decide. */
export type LevelChoice = string | null;

export function renderLevels(
  root: HTMLElement, levels: LevelLayers[], chosen: LevelChoice, choose: (level: LevelChoice) => void,
): void {
  root.setAttribute('aria-label', say('levels'));
  const named = levels.map((l): [LevelChoice, string] => [l.id, sayName(l.name)]);
  root.replaceChildren(...[[null, say('auto')] as [LevelChoice, string], ...named].map(([id, name]) => {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = name;
    button.dataset['level'] = id ?? '';
    button.setAttribute('aria-pressed', String(id === chosen));
    button.addEventListener('click', () => choose(id));
    return button;
  }));
}

export function renderLayers(
  root: HTMLElement, switches: Switchable[], toggle: (chosen: Switchable, shown: boolean) => void,
): void {
  const themes = { resources: say('resources'), reference: say('reference'), grids: say('otherPartitions') };
  root.replaceChildren(...Object.entries(themes).flatMap(([theme, title]) => {
    const own = switches.filter((s) => s.collection.theme === theme);
    if (own.length === 0) {
      return [];
    }
    const group = document.createElement('fieldset');
    const legend = document.createElement('legend');
    legend.textContent = title;
    group.append(legend, ...own.map((s) => checkbox(s, toggle)));
    return [group];
  }));
}

function checkbox(item: Switchable, toggle: (chosen: Switchable, shown: boolean) => void): HTMLElement {
  const label = document.createElement('label');
  const input = document.createElement('input');
  input.type = 'checkbox';
  input.checked = item.shown;
  input.addEventListener('change', () => toggle(item, input.checked));
  const swatch = document.createElement('span');
  swatch.className = 'swatch';
  swatch.style.background = item.color;
  const count = document.createElement('span');
  count.className = 'soft';
  count.textContent = String(item.collection.count);
  label.append(input, swatch, sayName(item.collection.name), count);
  return label;
}
