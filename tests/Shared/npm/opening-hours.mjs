// Reads lines of JSON {text, from, to, country?, state?} (local times, yyyy-MM-ddTHH:mm, in the zone of the TZ variable)
// and answers each with a line of JSON {intervals, states} or {refused: message}. Both are a character for each half hour
// from the start, the end excluded: 1 open, 0 closed, ? unknown; the one as the iterator's intervals have it, the other as
// the state at that instant. Comments are the written ones of the intervals, each with its first half hour.
import { readFileSync } from 'node:fs';
import OpeningHours from 'opening_hours';

console.warn = console.info = () => {};

const halfHour = 30 * 60 * 1000;
const sign = (open, unknown) => (open ? '1' : unknown ? '?' : '0');

function byIntervals(hours, from, to) {
  const iterator = hours.getIterator(from);
  const comments = [];
  let states = '';
  let more = true;
  while (more) {
    const state = sign(iterator.getState(), iterator.getUnknown());
    const comment = iterator.getComment();
    if (comment) {
      comments.push([states.length, comment]);
    }
    more = iterator.advance(to);
    const end = more ? iterator.getDate() : to;
    states += state.repeat(Math.max(0, Math.ceil((end - from) / halfHour) - states.length));
  }
  return { intervals: states, comments };
}

function answer({ text, country, state, from, to }) {
  try {
    const place = country ? { lat: 52.5, lon: 13.4, address: { country_code: country, state } } : null;
    const hours = new OpeningHours(text, place);
    const [start, end] = [new Date(from), new Date(to)];
    let states = '';
    for (let time = start.getTime(); time < end.getTime(); time += halfHour) {
      states += sign(hours.getState(new Date(time)), hours.getUnknown(new Date(time)));
    }
    return { ...byIntervals(hours, start, end), states };
  } catch (error) {
    return { refused: String(error.message ?? error).split('\n')[0] };
  }
}

const lines = readFileSync(0, 'utf8').split('\n').filter(line => line !== '');
process.stdout.write(lines.map(line => JSON.stringify(answer(JSON.parse(line)))).join('\n') + '\n');
