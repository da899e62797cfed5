/** Colours areas so that neighbours differ. */
import type Feature from 'ol/Feature';
import { intersects } from 'ol/extent';

/**
 * Gives each feature the property <c>tint</c>, 0 to count−1: the least used one that no feature before it has whose
 * box touches its own; where all are taken, the least used.
 */
export function giveTints(features: Feature[], count: number): void {
  const boxes = features.map((f) => f.getGeometry()!.getExtent());
  const used = new Array<number>(count).fill(0);
  features.forEach((feature, i) => {
    const before = features.slice(0, i).filter((_, j) => intersects(boxes[i]!, boxes[j]!));
    const taken = new Set(before.map((f) => f.get('tint') as number));
    const all = used.map((_, tint) => tint);
    const free = all.filter((tint) => !taken.has(tint));
    const choice = (free.length > 0 ? free : all).reduce((a, b) => (used[b]! < used[a]! ? b : a));
    used[choice]!++;
    feature.set('tint', choice, true);
  });
}
