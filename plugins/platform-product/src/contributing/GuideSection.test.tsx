import { Contributing } from '@platform-product/backstage-plugin-common';
import { fireEvent, screen, within } from '@testing-library/react';
import { buttonsIn } from '../__testUtils__/actions';
import { letItBe } from '../__testUtils__/clock';
import { renderWithApi } from '../__testUtils__/renderWithApi';
import { noGuide } from '../__testUtils__/reviewers';
import { GuideSection } from './GuideSection';
import { guideTemplate } from './guideTemplate';

beforeEach(() => letItBe('2026-11-20T12:00:00.000Z'));

const guide: Contributing = {
  ...noGuide,
  guide: {
    url: 'https://github.com/o/r/blob/HEAD/CONTRIBUTING.md',
    markdown: '# Contributing\n\nFixes are *welcome*.\n',
    outline: [],
    checkedAt: '2026-11-18T12:00:00.000Z',
  },
};

const withOutline = (...headings: [depth: number, text: string][]) => ({
  ...guide,
  guide: {
    ...guide.guide!,
    markdown: headings
      .map(([depth, text]) => `${'#'.repeat(depth)} ${text}\n`)
      .join('\n'),
    outline: headings.map(([depth, text], index) => ({
      depth,
      text,
      line: 2 * index + 1,
    })),
  },
});

async function renderGuide(contributing: Contributing, canEditGuide = false) {
  renderWithApi(
    <GuideSection contributing={contributing} canEditGuide={canEditGuide} />,
    {},
  );
  return screen.findByRole('region', { name: 'Contribution guide' });
}

describe('the guide', () => {
  it('is shown as text, with the way to its source', async () => {
    const section = await renderGuide(guide);
    expect(
      within(section).getByRole('link', { name: 'Open the source' }),
    ).toHaveAttribute('href', guide.guide!.url);
    expect((await screen.findByText('welcome')).tagName).toBe('EM');
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
    expect(buttonsIn(section)).toEqual([]);
  });

  it('says that it is an old one where it could not be refreshed', async () => {
    await renderGuide({ ...guide, error: 'Forbidden' });
    expect(screen.getByRole('alert')).toHaveTextContent(
      'It could not be refreshed; this is how it was 2 days ago: Forbidden',
    );
    expect(await screen.findByText('welcome')).toBeInTheDocument();
  });

  it.each([
    [6000, []],
    [6001, ['Show all of it']],
  ])(
    'of %d characters is shown in part if it is long',
    async (length, more) => {
      const markdown = 'x'.repeat(length);
      const section = await renderGuide({
        ...guide,
        guide: { ...guide.guide!, markdown },
      });
      expect(buttonsIn(section)).toEqual(more);
      const text = await screen.findByText(markdown);
      const isCut = () =>
        Boolean(text.closest('[class*=GuideSection], [class*=short]'));
      expect(isCut()).toBe(more.length > 0);
      if (!more.length) return;
      fireEvent.click(screen.getByRole('button', { name: 'Show all of it' }));
      expect(isCut()).toBe(false);
      fireEvent.click(screen.getByRole('button', { name: 'Show less' }));
      expect(isCut()).toBe(true);
    },
  );
});

describe('its outline', () => {
  it('leads to headings of the first three depths, told apart by their place', async () => {
    const seen: string[] = [];
    Element.prototype.scrollIntoView = function scrollIntoView() {
      seen.push(this.id);
    };
    await renderGuide(
      withOutline(
        [2, 'Building'],
        [3, 'Tests'],
        [2, 'Reviews'],
        [3, 'Tests'],
        [4, 'Details'],
      ),
    );
    await screen.findByRole('heading', { name: 'Details' });
    const outline = within(
      screen.getByRole('navigation', { name: 'On this page' }),
    );
    const items = outline.getAllByRole('listitem');
    expect(
      items.map(item => [item.textContent, item.style.paddingLeft]),
    ).toEqual([
      ['Building', '0px'],
      ['Tests', '12px'],
      ['Reviews', '0px'],
      ['Tests', '12px'],
    ]);
    for (const button of outline.getAllByRole('button')) {
      fireEvent.click(button);
      await new Promise(resolve => requestAnimationFrame(resolve));
    }
    expect(seen).toEqual([
      'guide-building',
      'guide-tests',
      'guide-reviews',
      'guide-tests-1',
    ]);
  });

  it('is left out where there is one heading', async () => {
    const section = await renderGuide(withOutline([1, 'Contributing']));
    expect(buttonsIn(section)).toEqual([]);
  });

  it('is cut where there are many headings', async () => {
    const section = await renderGuide(
      withOutline(
        ...Array.from({ length: 41 }, (_, index): [number, string] => [
          2,
          `Part ${index}`,
        ]),
      ),
    );
    expect(buttonsIn(section)).toHaveLength(40);
    expect(buttonsIn(section)[0]).toBe('Part 0');
  });

  it('shows all of a long guide before it leads into it', async () => {
    const long = withOutline([2, 'Building'], [2, 'Reviews']);
    const section = await renderGuide({
      ...long,
      guide: {
        ...long.guide,
        markdown: `${long.guide.markdown}${'x'.repeat(6000)}`,
      },
    });
    fireEvent.click(within(section).getByRole('button', { name: 'Reviews' }));
    expect(
      screen.getByRole('button', { name: 'Show less' }),
    ).toBeInTheDocument();
  });
});

describe('what it covers', () => {
  const coverage: Contributing['coverage'] = [
    {
      question: 'contributionTypes',
      covered: true,
      sentence: 'Fixes are welcome.',
      line: 3,
    },
    { question: 'buildAndTest', covered: false },
    { question: 'responseTime', covered: false },
    {
      question: 'becomeReviewer',
      covered: true,
      sentence: 'Offer yourself.',
      line: 9,
    },
  ];
  const welcome = 'What is welcome: says';
  const build = 'How to build and test: not found';
  const correct =
    'Is this wrong? The owners can say it in plainer words, or ask for a waiver on the Maturity tab.';

  it('is told by words and icons', async () => {
    const section = await renderGuide({ ...guide, coverage });
    expect(buttonsIn(section)).toEqual([
      welcome,
      build,
      'How soon a review comes: not found',
      'Becoming a reviewer: says',
    ]);
    const icons = within(section)
      .getAllByRole('button')
      .map(button => button.querySelector('svg')!.innerHTML);
    expect(icons[0]).toBe(icons[3]);
    expect(icons[1]).toBe(icons[2]);
    expect(icons[0]).not.toBe(icons[1]);
  });

  it('is shown with the sentence, one at a time, and hidden again', async () => {
    await renderGuide({ ...guide, coverage });
    const button = (name: string) => screen.getByRole('button', { name });
    fireEvent.click(button(welcome));
    expect(button(welcome)).toHaveAttribute('aria-expanded', 'true');
    expect(screen.getByText('Line 3: “Fixes are welcome.”')).toBeVisible();
    fireEvent.click(button(build));
    expect(button(welcome)).toHaveAttribute('aria-expanded', 'false');
    expect(screen.queryByText(/^Line 3/)).not.toBeInTheDocument();
    expect(
      screen.getByText(
        'No sentence in the guide says this in words we recognise.',
      ),
    ).toBeVisible();
    expect(screen.queryByText(correct)).not.toBeInTheDocument();
    fireEvent.click(button(build));
    expect(screen.queryByText(/^We found no/)).not.toBeInTheDocument();
  });

  it('can be corrected by those who run the service', async () => {
    await renderGuide({ ...guide, coverage }, true);
    fireEvent.click(screen.getByRole('button', { name: welcome }));
    expect(screen.getByText(correct)).toBeVisible();
  });
});

describe('a guide that is missing', () => {
  const lookedAt = [
    'https://github.com/o/r/blob/HEAD/CONTRIBUTING.md',
    'https://github.com/o/r/blob/HEAD/docs/CONTRIBUTING.md',
  ];
  const newFileUrl = 'https://github.com/o/r/new/HEAD';

  it('says where it was looked for, and offers nothing to others', async () => {
    const section = await renderGuide({ ...noGuide, lookedAt, newFileUrl });
    expect(section).toHaveTextContent('No contribution guide was found.');
    expect(section).toHaveTextContent(/It was looked for here:/);
    expect(
      within(section)
        .getAllByRole('listitem')
        .map(item => item.textContent),
    ).toEqual(lookedAt);
    expect(buttonsIn(section)).toEqual([]);
    expect(within(section).queryByRole('link')).not.toBeInTheDocument();
  });

  it('says that there was nowhere to look', async () => {
    const section = await renderGuide(noGuide);
    expect(section).toHaveTextContent(
      'The catalog does not say where the source code is, so there is nowhere to look.',
    );
    expect(within(section).queryByRole('list')).not.toBeInTheDocument();
  });

  it('offers those who run the service one to start from', async () => {
    const copied: string[] = [];
    document.execCommand = () => {
      copied.push(document.querySelector('body > span')?.textContent ?? '');
      return true;
    };
    const section = await renderGuide(
      { ...noGuide, lookedAt, newFileUrl },
      true,
    );
    expect(
      within(section).getByRole('link', { name: 'Start it on the forge' }),
    ).toHaveAttribute('href', newFileUrl);
    fireEvent.click(
      within(section).getByRole('button', { name: 'Copy a template' }),
    );
    expect(
      await screen.findByText('Copied. Put it into CONTRIBUTING.md.'),
    ).toBeInTheDocument();
    expect(copied).toEqual([guideTemplate]);
  });

  it('offers no page of the forge where none is known', async () => {
    const section = await renderGuide({ ...noGuide, lookedAt }, true);
    expect(buttonsIn(section)).toEqual(['Copy a template']);
    expect(within(section).queryByRole('link')).not.toBeInTheDocument();
  });

  it('leads to one that is elsewhere', async () => {
    const section = await renderGuide(
      { ...noGuide, lookedAt, elsewhere: 'https://wiki.example.com/guide' },
      true,
    );
    expect(section).toHaveTextContent(
      /The guide is outside this repository, so it is not shown or read here: https:\/\/wiki\.example\.com\/guide$/,
    );
    expect(within(section).getByRole('link')).toHaveAttribute(
      'href',
      'https://wiki.example.com/guide',
    );
    expect(buttonsIn(section)).toEqual([]);
  });

  it('leads to one that is no Markdown', async () => {
    const elsewhere = 'https://github.com/o/r/blob/HEAD/CONTRIBUTING.rst';
    const section = await renderGuide(
      { ...noGuide, lookedAt, elsewhere, isOtherFormat: true },
      true,
    );
    expect(section).toHaveTextContent('is not written in Markdown');
    expect(within(section).getByRole('link')).toHaveAttribute(
      'href',
      elsewhere,
    );
  });

  it('says why it could not be read', async () => {
    const section = await renderGuide(
      { ...noGuide, lookedAt, error: 'Forbidden' },
      true,
    );
    expect(within(section).getByRole('alert')).toHaveTextContent(
      'The guide could not be read: Forbidden',
    );
    expect(section).not.toHaveTextContent('No contribution guide was found');
  });
});
