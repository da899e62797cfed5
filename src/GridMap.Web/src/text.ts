/** The page's own words in both languages; names of data come from the server. */

export type Language = 'zh' | 'en';

export interface LocalText {
  zh: string;
  en: string;
}

const words = {
  title: { zh: '网格地图', en: 'Grid map' },
  mapHelp: {
    zh: '点击地图查询网格；用方向键移动，加减键缩放，回车键查询地图中心。',
    en: 'Click the map to ask for a grid; arrow keys pan, plus and minus zoom, Enter asks for the centre.',
  },
  map: { zh: '地图', en: 'Map' },
  layers: { zh: '图层', en: 'Layers' },
  auto: { zh: '自动', en: 'Auto' },
  levels: { zh: '网格层级', en: 'Grid level' },
  resources: { zh: '资源', en: 'Resources' },
  reference: { zh: '参考图层', en: 'Reference' },
  otherPartitions: { zh: '其他网', en: 'Other partitions' },
  close: { zh: '关闭', en: 'Close' },
  loading: { zh: '加载中…', en: 'Loading…' },
  failed: { zh: '读取失败', en: 'Failed' },
  outside: { zh: '此处不在任何网格内', en: 'Outside all grids' },
  nearestGrid: { zh: '最近的网格', en: 'Nearest grid' },
  border: { zh: '距边界', en: 'To the border' },
  across: { zh: '对面', en: 'across' },
  nothingAcross: { zh: '对面无网格', en: 'nothing across' },
  duties: { zh: '责任人', en: 'Who answers' },
  noDuties: { zh: '没有登记责任人', en: 'Nobody is registered' },
  vacant: { zh: '空缺', en: 'vacant' },
  deputy: { zh: '副', en: 'deputy' },
  onCall: { zh: '在岗', en: 'on call' },
  offCall: { zh: '不在岗', en: 'off duty' },
  emergency: { zh: '应急', en: 'emergency' },
  stations: { zh: '服务站点', en: 'Stations that serve it' },
  alsoIn: { zh: '同时属于', en: 'Also in' },
  approval: { zh: '审图号', en: 'Map approval no.' },
  state: { zh: '版本', en: 'State' },
  sure: { zh: '确定', en: 'sure' },
  check: { zh: '需核对', en: 'check' },
  unknown: { zh: '未知', en: 'unknown' },
  base: { zh: '基础网格', en: 'base grid' },
  dedicated: { zh: '专属网格', en: 'dedicated grid' },
  metres: { zh: '米', en: 'm' },
  kilometres: { zh: '公里', en: 'km' },
} satisfies Record<string, LocalText>;

export type Word = keyof typeof words;

let language: Language = localStorage.getItem('language') === 'en' ? 'en' : 'zh';

export const currentLanguage = (): Language => language;

export function setLanguage(chosen: Language): void {
  language = chosen;
  localStorage.setItem('language', chosen);
}

/** The word in the chosen language. */
export const say = (word: Word): string => words[word][language];

/** A name of the data in the chosen language, or in the other where it has none. */
export const sayName = (name: LocalText): string => name[language] || name.zh || name.en;

/** Metres as people read them: fine when near, in kilometres when far. */
export function sayDistance(metres: number): string {
  if (metres >= 1000) {
    return `${(metres / 1000).toFixed(1)} ${say('kilometres')}`;
  }
  return `${metres.toFixed(metres < 10 ? 2 : metres < 100 ? 1 : 0)} ${say('metres')}`;
}
