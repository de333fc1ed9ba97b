/**
 * Reads calendar files as two calendar apps would, in a process of its own, since these go by
 * the zone of the process. Takes `{files, from, until}` as JSON from standard input, and
 * answers with what takes place within, by reader and file, each as `[start, end]`.
 */
const ICAL = require('ical.js');
const nodeIcal = require('node-ical');

const engine = ICAL.default ?? ICAL;
const reader = nodeIcal.default ?? nodeIcal;

function readWithIcalJs(text, from, until) {
  const calendar = new engine.Component(engine.parse(text));
  engine.TimezoneService.reset();
  for (const zone of calendar.getAllSubcomponents('vtimezone')) {
    engine.TimezoneService.register(zone);
  }
  const found = [];
  const add = (start, end, status) => {
    const [begin, finish] = [start.toJSDate(), end.toJSDate()];
    if (status !== 'CANCELLED' && begin >= from && begin < until) {
      found.push([begin.toISOString(), finish.toISOString()]);
    }
  };
  const components = calendar.getAllSubcomponents('vevent');
  const events = components.map(
    one => new engine.Event(one, { strictExceptions: false }),
  );
  for (const event of events.filter(one => !one.isRecurrenceException())) {
    for (const other of events) {
      if (other.isRecurrenceException() && other.uid === event.uid) {
        event.relateException(other);
      }
    }
    const status = event.component.getFirstPropertyValue('status');
    if (!event.isRecurring()) {
      add(event.startDate, event.endDate, status);
      continue;
    }
    const series = event.iterator();
    for (let next = series.next(); next; next = series.next()) {
      // What is moved may come earlier than what follows it.
      if (+next.toJSDate() > +until + 40 * 86400000) break;
      const { startDate, endDate, item } = event.getOccurrenceDetails(next);
      add(startDate, endDate, item.component.getFirstPropertyValue('status'));
    }
  }
  return found.sort();
}

function readWithNodeIcal(text, from, until) {
  const margin = 40 * 86400000;
  const found = [];
  for (const event of Object.values(reader.sync.parseICS(text))) {
    if (event.type !== 'VEVENT') continue;
    const times = event.rrule
      ? reader.expandRecurringEvent(event, {
          from: new Date(+from - margin),
          to: new Date(+until + margin),
        })
      : [{ start: event.start, end: event.end, event }];
    for (const { start, end, event: one } of times) {
      const [begin, finish] = [new Date(+start), new Date(+end)];
      if (one.status !== 'CANCELLED' && begin >= from && begin < until) {
        found.push([begin.toISOString(), finish.toISOString()]);
      }
    }
  }
  return found.sort();
}

const chunks = [];
process.stdin.on('data', chunk => chunks.push(chunk));
process.stdin.on('end', () => {
  const { files, ...span } = JSON.parse(Buffer.concat(chunks).toString('utf8'));
  const [from, until] = [new Date(span.from), new Date(span.until)];
  const read = reading => files.map(text => reading(text, from, until));
  process.stdout.write(
    JSON.stringify({
      'ical.js': read(readWithIcalJs),
      'node-ical': read(readWithNodeIcal),
    }),
  );
});
