import { Notice, Post } from '@platform-product/backstage-plugin-common';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { buttonsIn, fill, pick } from '../__testUtils__/actions';
import { Answers, done, sent } from '../__testUtils__/answerWith';
import { letItBe } from '../__testUtils__/clock';
import { personas } from '../__testUtils__/personas';
import { params, renderExtension } from '../__testUtils__/renderExtension';
import { listOf, noMeasures } from '../__testUtils__/updates';

beforeEach(() => letItBe('2026-11-20T12:00:00.000Z'));

const post: Post = {
  id: '3c1d2b7e-6a54-4f0b-8c1e-9d2f4b6a7c80',
  entityRef: 'component:default/logs',
  title: 'Query language 2 is here',
  text: 'It is *twice as fast*.',
  tags: ['query-language'],
  audience: 'everybody',
  publishedAt: '2026-11-17T12:00:00.000Z',
  version: 4,
  createdBy: 'user:default/maya-lund',
  createdAt: '2026-11-16T12:00:00.000Z',
};
const draft: Post = {
  ...post,
  id: '4c1d2b7e-6a54-4f0b-8c1e-9d2f4b6a7c80',
  title: 'Query language 3 is coming',
  audience: 'followers',
  publishedAt: undefined,
};

const renderTab = (
  answers: Answers = {},
  platformProduct: { updates?: { announcements: boolean } } = {},
) =>
  renderExtension({
    id: 'entity-content:platform-product/updates',
    config: { platformProduct },
    answers: {
      getAccess: personas.consumer,
      listNotices: listOf<Notice>(),
      getNoticeMeasures: noMeasures,
      listConcerningNotices: listOf(),
      listPosts: ({ query }) =>
        query?.state === 'waiting' ? listOf(draft) : listOf(post),
      ...answers,
    },
  });

const section = async () =>
  within(await screen.findByRole('region', { name: 'What is new' }));
const dialog = async () => within(await screen.findByRole('dialog'));

describe('what is new', () => {
  it('is told with its day, its tags and its text', async () => {
    renderTab();
    const part = await section();
    const item = within(await part.findByRole('listitem'));
    expect(item.getByRole('heading')).toHaveTextContent(post.title);
    expect(item.getByText('3 days ago')).toBeInTheDocument();
    expect(item.getByText('query-language')).toBeInTheDocument();
    expect((await item.findByText('twice as fast')).tagName).toBe('EM');
    expect(part.queryByRole('button')).not.toBeInTheDocument();
  });

  it('says what would stand there, to users and to the team', async () => {
    renderTab({ listPosts: listOf() });
    expect(
      await (await section()).findByText(/its team tells you of them here/),
    ).toBeInTheDocument();
  });

  it('tells the team what it is for', async () => {
    renderTab({ listPosts: listOf(), getAccess: personas.owner });
    expect(
      await (await section()).findByText(/Tell your users what is new/),
    ).toBeInTheDocument();
  });

  it('says what failed, and tries again', async () => {
    let isAway = true;
    renderTab({
      listPosts: () =>
        isAway ? new Error('The database is away') : listOf(post),
    });
    const part = await section();
    expect(await part.findByRole('alert')).toHaveTextContent(
      'What is new could not be loaded.The database is away',
    );
    isAway = false;
    fireEvent.click(part.getByText('Try again'));
    expect(await part.findByText(post.title)).toBeInTheDocument();
  });

  it('asks only the team for what is not out yet', async () => {
    const call = renderTab();
    await (await section()).findByText(post.title);
    expect(sent(call, 'listPosts')).toHaveLength(1);
  });

  it('is written by the team, at once or for later', async () => {
    const call = renderTab({ getAccess: personas.owner, addPost: post });
    fireEvent.click(
      (await section()).getByRole('button', { name: 'Write a post' }),
    );
    const form = await dialog();
    expect(form.getByRole('button', { name: 'Publish' })).toBeDisabled();
    fill(form.getByLabelText(/In a few words/), 'Query language 2');
    fill(form.getByLabelText(/^What is new/), '# Faster');
    fill(form.getByLabelText(/Tags/), 'api, a b');
    expect(form.getByText(/Letters and digits/)).toBeInTheDocument();
    fill(form.getByLabelText(/Tags/), 'api, , Neu');
    fireEvent.click(form.getByText('How it will look'));
    expect(
      await form.findByRole('heading', { name: 'Faster' }),
    ).toBeInTheDocument();
    fill(form.getByLabelText(/When it comes out/), '2026-12-01T09:00');
    fireEvent.click(form.getByRole('button', { name: 'Schedule' }));
    await waitFor(() =>
      expect(sent(call, 'addPost')).toEqual([
        {
          params,
          idempotencyKey: expect.any(String),
          body: {
            title: 'Query language 2',
            text: '# Faster',
            tags: ['api', 'Neu'],
            audience: 'everybody',
            publishAt: new Date('2026-12-01T09:00').toISOString(),
            isAnnounced: false,
          },
        },
      ]),
    );
    await waitFor(() =>
      expect(screen.queryByRole('dialog')).not.toBeInTheDocument(),
    );
    expect(sent(call, 'listPosts')).toHaveLength(4);
  });

  it('is announced, too, where that is offered and everybody sees it', async () => {
    const call = renderTab(
      {
        getAccess: personas.owner,
        listPosts: ({ query }) =>
          query?.state === 'waiting'
            ? listOf<Post>()
            : listOf<Post>(
                { ...post, announcement: 'failing' },
                {
                  ...draft,
                  announcement: 'published',
                  publishedAt: post.publishedAt,
                },
              ),
        changePost: post,
      },
      { updates: { announcements: true } },
    );
    const part = await section();
    expect(
      await part.findByText('Could not be announced yet; it is tried again'),
    ).toBeInTheDocument();
    expect(part.getByText('Announced, too')).toBeInTheDocument();
    fireEvent.click(
      part.getByRole('button', { name: `Change: ${post.title}` }),
    );
    const form = await dialog();
    const box = () => form.queryByRole('checkbox', { name: /^Announce it/ });
    expect(box()).toBeChecked();
    await pick(
      form.getByRole('button', { name: /Who sees it/ }),
      /own something that uses it/,
    );
    expect(box()).not.toBeInTheDocument();
    fireEvent.click(form.getByRole('button', { name: 'Save' }));
    await waitFor(() =>
      expect(sent(call, 'changePost')).toEqual([
        expect.objectContaining({
          body: expect.objectContaining({
            audience: 'consumers',
            isAnnounced: false,
          }),
        }),
      ]),
    );
  });

  it('is changed and taken down by the team', async () => {
    const call = renderTab({
      getAccess: personas.owner,
      changePost: post,
      removePost: done,
    });
    const part = await section();
    fireEvent.click(
      await part.findByRole('button', { name: `Change: ${draft.title}` }),
    );
    const form = await dialog();
    fill(form.getByLabelText(/^What is new/), 'Soon.');
    fireEvent.click(form.getByRole('button', { name: 'Save as a draft' }));
    await waitFor(() =>
      expect(sent(call, 'changePost')).toEqual([
        {
          params: { id: draft.id },
          body: {
            title: draft.title,
            text: 'Soon.',
            tags: draft.tags,
            audience: 'followers',
            isAnnounced: false,
            isDraft: true,
            version: 4,
          },
        },
      ]),
    );
    await waitFor(() =>
      expect(screen.queryByRole('dialog')).not.toBeInTheDocument(),
    );
    fireEvent.click(
      part.getByRole('button', { name: `Take down: ${post.title}` }),
    );
    const question = await dialog();
    expect(question.getByText(/is gone for everybody/)).toBeInTheDocument();
    fireEvent.click(question.getByRole('button', { name: 'Take down' }));
    await waitFor(() =>
      expect(sent(call, 'removePost')).toEqual([{ params: { id: post.id } }]),
    );
  });

  it('keeps its date once it is out, and can’t become a draft', async () => {
    renderTab({ getAccess: personas.owner });
    const part = await section();
    fireEvent.click(
      await part.findByRole('button', { name: `Change: ${post.title}` }),
    );
    const form = await dialog();
    expect(form.queryByLabelText(/When it comes out/)).not.toBeInTheDocument();
    expect(buttonsIn(await screen.findByRole('dialog'))).toEqual(
      expect.arrayContaining(['Cancel', 'Save']),
    );
    expect(
      form.queryByRole('button', { name: /draft/ }),
    ).not.toBeInTheDocument();
  });

  it('begins with its start where it is long', async () => {
    const long = { ...post, text: 'A line.\n\n'.repeat(20) };
    renderTab({ listPosts: listOf(long) });
    const part = await section();
    const more = await part.findByRole('button', {
      name: `Read on: ${post.title}`,
    });
    expect(more).toHaveAttribute('aria-expanded', 'false');
    fireEvent.click(more);
    expect(
      part.getByRole('button', { name: `Show less: ${post.title}` }),
    ).toHaveAttribute('aria-expanded', 'true');
  });
});
