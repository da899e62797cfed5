// Reads lines "expression<TAB>yyyy-MM-ddTHH:mm<TAB>…" and answers each with 1 (open), 0 (closed) for every time, or
// with "refused". Run it with TZ=UTC, so that local times exist once each.
import { readFileSync } from 'node:fs';
import OpeningHours from 'opening_hours';

console.warn = console.info = () => {};

function answer(line) {
  const [expression, ...times] = line.split('\t');
  try {
    const hours = new OpeningHours(expression, null);
    return times.map(time => (hours.getState(new Date(time)) ? '1' : '0')).join('');
  } catch {
    return 'refused';
  }
}

const lines = readFileSync(0, 'utf8').split('\n').filter(line => line !== '');
process.stdout.write(lines.map(answer).join('\n') + '\n');
