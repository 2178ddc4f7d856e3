// Where words occur in a text: letters and digits, whatever their case and accents; an apostrophe joins. Scripts
// written without spaces are taken letter by letter. As the search takes texts apart.
const UNSPACED = '[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}\\p{Script=Lao}'
  + '\\p{Script=Khmer}\\p{Script=Myanmar}]';
const PART = `(?!${UNSPACED})[\\p{L}\\p{N}][\\p{M}]*`;
const WORD = `${UNSPACED}\\p{M}*|(?:${PART})+(?:['’](?:${PART})+)*`;

export function wordsOf(text) {
  return (text.match(new RegExp(WORD, 'gu')) ?? []).map(fold);
}

// The text in pieces that together are it again: [{text, isMarked}].
export function marked(text, words) {
  const wanted = new Set(words.flatMap(wordsOf));
  const parts = [];
  let end = 0;
  const add = (piece, isMarked) => {
    if (piece === '') {
      return;
    }
    if (parts.at(-1)?.isMarked === isMarked) {
      parts.at(-1).text += piece;
    } else {
      parts.push({ text: piece, isMarked });
    }
  };
  for (const found of text.matchAll(new RegExp(WORD, 'gu'))) {
    if (!wanted.has(fold(found[0]))) {
      continue;
    }
    add(text.slice(end, found.index), false);
    add(found[0], true);
    end = found.index + found[0].length;
  }
  add(text.slice(end), false);
  return parts;
}

function fold(word) {
  return word.normalize('NFKD').replace(/[\p{M}'’]/gu, '').toLowerCase();
}
