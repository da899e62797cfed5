import 'ol/ol.css';
import './page.css';
import * as api from './api';
import { renderLayers, renderLevels, type LevelChoice } from './controls';
import { loadLevels, switchables } from './layers';
import { MapView } from './mapview';
import { Nearby } from './nearby';
import { Panel } from './panel';
import { currentLanguage, say, setLanguage, type Word } from './text';

const byId = (id: string): HTMLElement => document.getElementById(id)!;

async function start(): Promise<void> {
  byId('state').textContent = say('loading');
  await api.untilReady();
  const [settings, vocabulary, { state, collections }] = await Promise.all([
    api.fetchSettings(), api.fetchVocabulary(), api.fetchCollections(),
  ]);
  const levels = await loadLevels(vocabulary, collections);
  const switches = switchables(vocabulary, collections);

  let last: api.LocateAnswer | null = null;
  let chosen: LevelChoice = null;
  const ask = async (lon: number, lat: number): Promise<void> => {
    map.mark(lon, lat);
    try {
      last = await api.locate(lon, lat);
      panel.showAnswer(last);
      map.markGrid(last.results[0]?.grid?.code ?? '');
      map.uncover(byId('panel'));
    } catch (error) {
      last = null;
      panel.showMessage(`${say('failed')}: ${(error as Error).message}`);
    }
  };
  const map = new MapView(byId('map'), levels, collections, (lon, lat) => void ask(lon, lat));
  const nearby = new Nearby(vocabulary.kinds, (target) => map.showPlace(target));
  const panel = new Panel(byId('panel'), vocabulary, levels.names, nearby, () => map.clear());

  const render = (): void => {
    document.documentElement.lang = currentLanguage() === 'zh' ? 'zh-CN' : 'en';
    for (const text of document.querySelectorAll<HTMLElement>('[data-text]')) {
      text.textContent = say(text.dataset['text'] as Word);
    }
    byId('map').setAttribute('aria-label', say('map'));
    byId('language').textContent = currentLanguage() === 'zh' ? 'English' : '中文';
    byId('language').lang = currentLanguage() === 'zh' ? 'en' : 'zh-CN';
    byId('state').textContent = `${say('state')} ${state}`;
    byId('approval').textContent = `${say('approval')}: ${settings.mapApproval ?? '—'}`;
    renderLevels(byId('levels'), levels.levels, chosen, (level) => {
      chosen = level;
      map.chooseLevel(level);
      render();
    });
    renderLayers(byId('layers'), switches, (item, shown) => void map.toggle(item, shown));
    if (last && !byId('panel').hidden) {
      panel.showAnswer(last);
    }
  };

  byId('language').addEventListener('click', () => {
    setLanguage(currentLanguage() === 'zh' ? 'en' : 'zh');
    render();
  });
  byId('map').addEventListener('keydown', ({ key }) => {
    if (key === 'Enter') {
      void ask(...map.centre);
    } else if (key === 'Escape') {
      panel.hide();
    }
  });

  render();
  await Promise.all(switches.filter((s) => s.shown).map((s) => map.toggle(s, true)));
  map.whenDrawn(() => document.body.classList.add('drawn'));
}

start().catch((error: unknown) => {
  byId('state').textContent = `${say('failed')}: ${(error as Error).message}`;
});
