/** What the server answers, as far as the page reads it. */
import type { LocalText } from './text';

export interface Collection {
  id: string;
  name: LocalText;
  theme: 'grids' | 'resources' | 'reference';
  extent: [number, number, number, number] | null;
  count: number;
}

export interface Term {
  id: string;
  name: LocalText;
}

/** A kind of resources, with how many there are. */
export interface Kind extends Term {
  count: number;
}

export interface Occupancy {
  occupied: number;
  free: number | null;
  at: string;
  age: number;
  live: boolean;
}

export interface NearestProperties {
  id: string;
  kind: string;
  name: string | null;
  distance: number;
  capacity: number | null;
  occupancy: Occupancy | null;
  gate: { lon: number; lat: number } | null;
  open: boolean | null;
  free: boolean | null;
  enterBy: string | null;
  leaveBy: string | null;
  rule: LocalText | null;
  until: string | null;
}

export interface NearestFeature {
  geometry: object;
  properties: NearestProperties;
}

export interface Vocabulary {
  state: string;
  partitions: { id: string; name: LocalText; default: boolean; levels: Term[] }[];
  kinds: Kind[];
  roles: Term[];
  subtypes: Term[];
}

export interface Duty {
  grid: string;
  role: string;
  chain: 'everyday' | 'emergency';
  order: number;
  holder: string | null;
  phone: string | null;
  deputy: boolean;
  onCall: boolean | null;
}

export interface Station {
  id: string;
  kind: string;
  name: string | null;
  grid: string;
  distance: number;
  lon: number;
  lat: number;
}

export interface Leaf {
  code: string;
  name: string | null;
  level: string;
  category: 'base' | 'dedicated';
  subtype: string | null;
}

export interface PartitionAnswer {
  partition: string;
  inside: boolean;
  certainty: 'sure' | 'check' | 'unknown';
  grid: Leaf | null;
  path: { code: string; name: string | null; level: string }[];
  border: { distance: number; neighbour: string | null } | null;
  grids: { code: string; share: number }[];
  nearest: { code: string; distance: number } | null;
  duties?: Duty[];
  stations?: Station[];
}

export interface LocateAnswer {
  state: string;
  point: { lon: number; lat: number };
  results: PartitionAnswer[];
}

interface Problem {
  detail?: string;
}

async function ask<T>(path: string, init?: RequestInit): Promise<T> {
  const response = await fetch(path, init);
  if (!response.ok) {
    const problem = (await response.json().catch(() => ({}))) as Problem;
    throw new Error(problem.detail ?? `${response.status} ${response.statusText}`);
  }
  return (await response.json()) as T;
}

/** Waits while the server still loads its map. */
export async function untilReady(): Promise<void> {
  while (!(await fetch('health')).ok) {
    await new Promise((resume) => setTimeout(resume, 500));
  }
}

export const fetchSettings = () => ask<{ mapApproval: string | null }>('settings.json');
export const fetchVocabulary = () => ask<Vocabulary>('kinds');
export const fetchCollections = () => ask<{ state: string; collections: Collection[] }>('collections');
export const fetchItems = (id: string) => ask<object>(`collections/${encodeURIComponent(id)}/items?limit=10000`);

/** The nearest of a kind; `free` asks for those that are free of charge now. */
export const fetchNearest = (kind: string, lon: number, lat: number, limit: number, free: boolean) =>
  ask<{ features: NearestFeature[] }>(
    `nearest?kind=${encodeURIComponent(kind)}&lon=${lon}&lat=${lat}&limit=${limit}${free ? '&free=true' : ''}`);

/** Asks by POST: a position in a URL would end up in logs. */
export const locate = (lon: number, lat: number) =>
  ask<LocateAnswer>('locate', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ lon, lat, include: ['duties', 'stations'] }),
  });
