/** The map: which layers there are, and which of them the zoom and the choices show. */
import OlMap from 'ol/Map';
import View from 'ol/View';
import { defaults as defaultControls } from 'ol/control/defaults';
import ScaleLine from 'ol/control/ScaleLine';
import { createEmpty, extend, getArea, isEmpty, type Extent } from 'ol/extent';
import Feature from 'ol/Feature';
import GeoJSON from 'ol/format/GeoJSON';
import Point from 'ol/geom/Point';
import VectorLayer from 'ol/layer/Vector';
import { fromLonLat, toLonLat, transformExtent } from 'ol/proj';
import VectorSource from 'ol/source/Vector';
import type { Collection } from './api';
import type { LevelChoice } from './controls';
import type { Layer, Levels, Switchable } from './layers';
import type { Target } from './nearby';
import * as styles from './style';

/** A level's borders show when its grids are this wide on the screen, in pixels; its names when they are wider. */
const BorderWidth = 22;
const NamedWidth = 70;

function extentOf(collections: Collection[]): Extent {
  const all = createEmpty();
  for (const { theme, extent } of collections) {
    if (theme === 'grids' && extent) {
      extend(all, transformExtent(extent, 'EPSG:4326', 'EPSG:3857'));
    }
  }
  return all;
}

export class MapView {
  private readonly map: OlMap;
  private readonly levels: Levels;
  private readonly extent: Extent;
  private readonly found = new VectorLayer({ source: new VectorSource(), style: styles.found, zIndex: 50 });
  private readonly point = new VectorLayer({ source: new VectorSource(), style: styles.point, zIndex: 90 });
  private readonly place = new VectorLayer({ source: new VectorSource(), style: styles.place, zIndex: 80 });
  private readonly loaded = new Map<Switchable, Promise<Layer>>();
  private chosen: LevelChoice = null;

  constructor(target: HTMLElement, levels: Levels, collections: Collection[], ask: (lon: number, lat: number) => void) {
    this.levels = levels;
    this.extent = extentOf(collections);
    this.map = new OlMap({
      target,
      controls: defaultControls({ attribution: false, rotate: false }).extend([new ScaleLine({ minWidth: 70 })]),
      layers: [...levels.fills, ...levels.levels.flatMap((l) => [l.borders, l.labels]), this.found, this.place, this.point],
      view: new View({ center: [0, 0], zoom: 2, maxZoom: 20, enableRotation: false }),
    });
    if (!isEmpty(this.extent)) {
      this.map.getView().fit(this.extent, { padding: [64, 16, 36, 16] });
    }
    this.map.getView().on('change:resolution', () => this.showLevels());
    this.map.on('singleclick', ({ coordinate }) => ask(...(toLonLat(coordinate) as [number, number])));
    this.showLevels();
  }

  get centre(): [number, number] {
    return toLonLat(this.map.getView().getCenter()!) as [number, number];
  }

  chooseLevel(level: LevelChoice): void {
    this.chosen = level;
    this.showLevels();
  }

  /** Shows or hides a layer; its features are loaded the first time. */
  async toggle(item: Switchable, shown: boolean): Promise<void> {
    item.shown = shown;
    if (shown && !this.loaded.has(item)) {
      this.loaded.set(item, item.load());
      this.map.addLayer(await this.loaded.get(item)!);
    }
    (await this.loaded.get(item))?.setVisible(item.shown);
  }

  /** Marks the point asked for. */
  mark(lon: number, lat: number): void {
    this.clear();
    this.point.getSource()!.addFeature(new Feature(new Point(fromLonLat([lon, lat]))));
  }

  /** Marks the grid that was answered. */
  markGrid(code: string): void {
    const areas = this.levels.levels.flatMap((l) => l.borders.getSource()!.getFeatures());
    const area = areas.find((f) => f.get('code') === code);
    if (area) {
      this.found.getSource()!.addFeature(area);
    }
  }

  /** Moves the map so that the marked point is not under the panel. */
  uncover(panel: HTMLElement): void {
    const place = this.point.getSource()!.getFeatures()[0]?.getGeometry() as Point | undefined;
    const pixel = place && this.map.getPixelFromCoordinate(place.getCoordinates());
    const [left, top] = [panel.offsetLeft, panel.offsetTop];
    if (pixel && pixel[0]! > left && pixel[1]! > top) {
      const free: [number, number] = left > 0 ? [left / 2, pixel[1]!] : [pixel[0]!, Math.max(top * 0.7, top - 60)];
      this.map.getView().animate({ center: this.centreWith(place.getCoordinates(), free), duration: 250 });
    }
  }

  /** Marks a resource beside the point asked for: its gate where it has one, and its shape. */
  showPlace({ gate, geometry }: Target): void {
    const shape = new GeoJSON({ featureProjection: 'EPSG:3857' }).readFeature(geometry) as Feature;
    const features = gate ? [shape, new Feature(new Point(fromLonLat([gate.lon, gate.lat])))] : [shape];
    this.place.getSource()!.clear();
    this.place.getSource()!.addFeatures(features);
    const shown = this.point.getSource()!.getExtent()!.slice() as Extent;
    features.forEach((f) => extend(shown, f.getGeometry()!.getExtent()));
    this.map.getView().fit(shown, { padding: this.clearOf(document.getElementById('panel')!), maxZoom: 18, duration: 250 });
  }

  /** How much of each side to leave free, so that what is shown is not under the panel. */
  private clearOf(panel: HTMLElement): [number, number, number, number] {
    const [width, height] = this.map.getSize()!;
    const atSide = panel.offsetWidth < width! * 0.7;
    return [80, atSide ? width! - panel.offsetLeft + 40 : 50, atSide ? 60 : height! - panel.offsetTop + 30, 50];
  }

  clear(): void {
    this.place.getSource()!.clear();
    this.found.getSource()!.clear();
    this.point.getSource()!.clear();
  }

  whenDrawn(act: () => void): void {
    this.map.once('rendercomplete', act);
    this.map.render();
  }

  /** The centre with which a place stands at a pixel. */
  private centreWith([x, y]: number[], [column, row]: [number, number]): [number, number] {
    const [width, height] = this.map.getSize()!;
    const resolution = this.map.getView().getResolution()!;
    return [x! + (width! / 2 - column) * resolution, y! - (height! / 2 - row) * resolution];
  }

  private showLevels(): void {
    const levels = this.levels.levels;
    const resolution = this.map.getView().getResolution() ?? 1;
    const widths = levels.map((l) => Math.sqrt(getArea(this.extent) / Math.max(1, l.count)) / resolution);
    const automatic = levels[Math.max(0, widths.findLastIndex((w) => w >= NamedWidth))];
    const named = levels.find((l) => l.id === this.chosen) ?? automatic;
    levels.forEach((level, i) => {
      level.labels.setVisible(level === named);
      level.borders.setVisible(widths[i]! >= BorderWidth || level.rank >= (named?.rank ?? 0));
    });
  }
}
