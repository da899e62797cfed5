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
  nearby: { zh: '附近', en: 'Nearby' },
  kindOfPlace: { zh: '查找什么', en: 'What to look for' },
  onlyFree: { zh: '只看免费', en: 'free only' },
  nothingNear: { zh: '没有找到', en: 'None found' },
  open: { zh: '可用', en: 'open' },
  shut: { zh: '不可用', en: 'not open' },
  free: { zh: '免费', en: 'free' },
  fee: { zh: '收费', en: 'fee due' },
  enterBy: { zh: '{} 前驶入', en: 'in by {}' },
  leaveBy: { zh: '{} 前离开', en: 'out by {}' },
  until: { zh: '至 {}', en: 'until {}' },
  capacity: { zh: '容量', en: 'Holds' },
  occupied: { zh: '已占', en: 'taken' },
  left: { zh: '余', en: 'left' },
  notLive: { zh: '非实时', en: 'not live' },
  justNow: { zh: '刚刚', en: 'just now' },
  minutesAgo: { zh: '{} 分钟前', en: '{} min ago' },
  hoursAgo: { zh: '{} 小时前', en: '{} h ago' },
  daysAgo: { zh: '{} 天前', en: '{} days ago' },
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

/** An age in seconds as people say it. */
export function sayAge(seconds: number): string {
  const minutes = Math.floor(seconds / 60);
  if (minutes < 1) {
    return say('justNow');
  }
  const [word, count]: [Word, number] = minutes < 60 ? ['minutesAgo', minutes]
    : minutes < 48 * 60 ? ['hoursAgo', Math.floor(minutes / 60)] : ['daysAgo', Math.floor(minutes / 1440)];
  return say(word).replace('{}', String(count));
}

/** The clock time of an RFC 3339 time as it was written, with its date unless that is today there. */
export function sayTime(text: string): string {
  const [, sign, hours, minutes] = /([+-])(\d\d):(\d\d)$/.exec(text) ?? [];
  const offset = (sign === '-' ? -1 : 1) * (Number(hours ?? 0) * 60 + Number(minutes ?? 0));
  const today = new Date(Date.now() + offset * 60_000).toISOString().slice(0, 10);
  const time = text.slice(11, 16);
  return text.startsWith(today) ? time : `${text.slice(5, 10)} ${time}`;
}
