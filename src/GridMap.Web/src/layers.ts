/** Loads the collections and makes layers of them. */
import Feature from 'ol/Feature';
import GeoJSON from 'ol/format/GeoJSON';
import Point from 'ol/geom/Point';
import VectorLayer from 'ol/layer/Vector';
import { fromLonLat } from 'ol/proj';
import VectorSource from 'ol/source/Vector';
import type { FlatStyleLike } from 'ol/style/flat';
import { fetchItems, type Collection, type Vocabulary } from './api';
import * as styles from './style';
import type { LocalText } from './text';
import { giveTints } from './tints';

export type Layer = VectorLayer<VectorSource>;

/** A level of the default partition: its areas are drawn as borders, and named when it is the one looked at. */
export interface LevelLayers {
  id: string;
  name: LocalText;
  count: number;
  rank: number;
  borders: Layer;
  labels: Layer;
}

export interface Levels {
  levels: LevelLayers[];
  fills: Layer[];
  /** The names of all grids of the default partition by code. */
  names: Map<string, string>;
}

const format = new GeoJSON({ featureProjection: 'EPSG:3857' });

async function readFeatures(id: string): Promise<Feature[]> {
  const features = format.readFeatures(await fetchItems(id)) as Feature[];
  for (const feature of features) {
    feature.setProperties({ ...(feature.get('attributes') as object | null), ...feature.getProperties() }, true);
  }
  return features;
}

const layerOf = (features: Feature[], style: FlatStyleLike, zIndex: number, more: object = {}): Layer =>
  new VectorLayer({ source: new VectorSource({ features }), style, zIndex, ...more });

function labelsOf(features: Feature[], rank: number): Layer {
  const labels = features
    .filter((f) => f.get('label') && f.get('name'))
    .map((f) => new Feature({ geometry: new Point(fromLonLat(f.get('label') as number[])), name: f.get('name') as string }));
  return layerOf(labels, styles.labelOf(rank), 60 + rank, { declutter: true });
}

/** The levels of the default partition that have grids, root first, and the fills under them. */
export async function loadLevels(vocabulary: Vocabulary, collections: Collection[]): Promise<Levels> {
  const partition = vocabulary.partitions[0];
  const known = (partition?.levels ?? []).flatMap((level) => {
    const collection = collections.find((c) => c.id === `grids-${partition!.id}-${level.id}`);
    return collection ? [{ level, collection }] : [];
  });
  const features = await Promise.all(known.map(({ collection }) => readFeatures(collection.id)));
  const names = new Map(features.flat().map((f) => [f.get('code') as string, f.get('name') as string]));
  const levels = known.map(({ level, collection }, i): LevelLayers => {
    const rank = known.length - 1 - i;
    return {
      id: level.id,
      name: level.name,
      count: collection.count,
      rank,
      borders: layerOf(features[i]!, styles.borderOf(rank), 20 + rank),
      labels: labelsOf(features[i]!, rank),
    };
  });
  return { levels, fills: fillsOf(features), names };
}

/** Areas are filled by the highest level that divides the city; dedicated leaves get a wash over it. */
function fillsOf(features: Feature[][]): Layer[] {
  const dividing = features.find((f) => f.length > 1) ?? features[0] ?? [];
  giveTints(dividing, styles.tintCount);
  return [layerOf(dividing, styles.tinted, 1), layerOf(features.at(-1) ?? [], styles.dedicated, 2)];
}

/** A collection that can be switched on; its features are loaded when it is. */
export interface Switchable {
  collection: Collection;
  shown: boolean;
  color: string;
  load: () => Promise<Layer>;
}

/** What the list of layers offers, beside the levels of the default partition. */
export function switchables(vocabulary: Vocabulary, collections: Collection[]): Switchable[] {
  const own = `grids-${vocabulary.partitions[0]?.id}-`;
  return collections.filter((c) => !c.id.startsWith(own)).map((collection) => {
    const name = collection.id.slice(collection.id.indexOf('-') + 1);
    switch (collection.theme) {
      case 'resources':
        return resourceOf(collection, styles.kindStyle(name), styles.symbolOf(name));
      case 'reference':
        return make(collection, name === 'barrier', '#9aa5ab', styles.referenceOf(name), name === 'compound' ? 4 : 5,
          name === 'compound' ? { minZoom: 13 } : {});
      case 'grids':
        return make(collection, false, '#8d4a8f', styles.otherPartition, 30);
    }
  });
}

const resourceOf = (collection: Collection, kind: styles.KindStyle, symbol: FlatStyleLike): Switchable =>
  make(collection, kind.shown, kind.color, symbol, 40, { minZoom: kind.from });

function make(
  collection: Collection, shown: boolean, color: string, style: FlatStyleLike, zIndex: number, more: object = {},
): Switchable {
  const load = async () => layerOf(await readFeatures(collection.id), style, zIndex, more);
  return { collection, shown, color, load };
}
