import { readMarkupText } from './readMarkupText';

const textOf = (markup: string) => readMarkupText(markup, '|');

describe('readMarkupText', () => {
  it.each([
    ['a <b class="x">c</b> d', 'a c d'],
    ['<span>a</span>', 'a'],
    ['a<br>b<br/>c<BR />d', 'a|b|c|d'],
    ['<p>a</p>', '|a|'],
    ['<ul><li>a</li></ul>', '||a||'],
    ['<ol></ol><div></div><tr><td></td></tr>', '||||||||'],
    ['<details><summary>a</summary></details>', '||a||'],
    [
      '<h1>a</h1><h2></h2><h3></h3><h4></h4><h5></h5><h6></h6>',
      '|a|||||||||||',
    ],
    ['<hr><th>a<pre>b<picture>', 'ab'],
    ['< p>a', 'a'],
  ])('puts a break in place of what begins a line: %j', (markup, text) => {
    expect(textOf(markup)).toBe(text);
  });

  it.each([
    ['a<!-- b > c -->d', 'ad'],
    ['a<!-- <p> -->b', 'ab'],
    ['a<!--b-->c<!--d-->e', 'ace'],
    ['a<!-->b-->c', 'ac'],
    ['a<!-- b', 'a'],
    ['a<b c', 'a'],
    ['a <', 'a '],
    ['a > b', 'a > b'],
  ])('shows no comment, nor what is never closed: %j', (markup, text) => {
    expect(textOf(markup)).toBe(text);
  });

  it('keeps every line in its place', () => {
    expect(textOf('a\n<img\nsrc="x"\n>b<!--\n\n-->\nc')).toBe(
      'a\n\n\nb\n\n\nc',
    );
  });

  it('shows what entities stand for, and each once', () => {
    expect(textOf('a&nbsp;b &lt;c&gt; &quot;d&quot; &#39;e&#39; &amp; f')).toBe(
      'a b <c> "d" \'e\' & f',
    );
    expect(textOf('&amp;lt;')).toBe('&lt;');
    expect(textOf('&copy;')).toBe('&copy;');
  });
});
