/** Turns the style file, which is plain data, into OpenLayers' flat styles. */
import type { FlatStyle, FlatStyleLike, Rule } from 'ol/style/flat';
import data from '../../../geodata/styles/map.json';

export interface KindStyle {
  color: string;
  area: string;
  glyph: string;
  from: number;
  shown: boolean;
}

export const tintCount = data.tints.length;
export const background = data.background;
export const found = data.found as FlatStyle;
export const place = data.place as FlatStyle;
export const point = data.point as FlatStyle;
export const otherPartition = data.otherPartition as FlatStyle;

const rankOf = (rank: number) => data.ranks[Math.min(rank, data.ranks.length - 1)]!;

/** The fill of areas by the feature property <c>tint</c>. */
export const tinted: FlatStyle = {
  'fill-color': ['match', ['get', 'tint'], ...data.tints.flatMap((color, i) => [i, color]), data.tints[0]!],
};

/** The mark of dedicated leaves. */
export const dedicated: Rule[] = [
  { filter: ['==', ['get', 'category'], 'dedicated'], style: { 'fill-color': data.dedicated } },
];

/** Borders by rank above the leaves, which are 0. */
export const borderOf = (rank: number): FlatStyle => rankOf(rank).border as FlatStyle;

export function labelOf(rank: number): FlatStyle {
  const { size, weight, color } = rankOf(rank).label;
  return {
    'text-value': ['get', 'name'],
    'text-font': `${weight} ${size}px ${data.font}`,
    'text-fill-color': color,
    'text-stroke-color': data.halo.color,
    'text-stroke-width': data.halo.width,
    'text-padding': [3, 4, 3, 4],
  };
}

/** The style of a kind, or the general one. */
export function kindStyle(kind: string): KindStyle {
  const kinds: Record<string, KindStyle> = data.kinds;
  return (kinds[kind] ?? kinds['*'])!;
}

export function symbolOf(kind: string): FlatStyleLike {
  const { color, area, glyph } = kindStyle(kind);
  return {
    'fill-color': area,
    'stroke-color': color,
    'stroke-width': ['match', ['geometry-type'], 'LineString', 3, 1.2],
    'circle-radius': ['interpolate', ['linear'], ['resolution'], 2.4, 9, 9.6, 6, 38, 3.5],
    'circle-fill-color': color,
    'circle-stroke-color': '#ffffff',
    'circle-stroke-width': 1.4,
    'text-value': ['case', ['<=', ['resolution'], data.glyphsBelow], glyph, ''],
    'text-font': `600 10px ${data.font}`,
    'text-fill-color': '#ffffff',
    'text-stroke-color': color,
    'text-stroke-width': 3,
    'text-overflow': true,
  };
}

export function referenceOf(layer: string): FlatStyleLike {
  const reference = data.reference as unknown as Record<string, Rule[]>;
  return (reference[layer] ?? reference['*'])!;
}
