// Marks the words of a search in a text, as the search tokenises it: letters and digits without case and accents, joined by
// apostrophes. In scripts without spaces each letter is a word.
const UNSPACED = '[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}\\p{Script=Lao}'
  + '\\p{Script=Khmer}\\p{Script=Myanmar}]';
const PART = `(?!${UNSPACED})[\\p{L}\\p{N}][\\p{M}]*`;
const WORD = `${UNSPACED}\\p{M}*|(?:${PART})+(?:['’](?:${PART})+)*`;

export function wordsOf(text) {
  return (text.match(new RegExp(WORD, 'gu')) ?? []).map(fold);
}

// The text in consecutive pieces: [{text, isMarked}].
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
