import type { Knex } from 'knex'
import type { AskedWord } from './search-words.ts'

/** Of each word, with accents taken off, what the products' texts know of it. */
export async function selectAskedWords(knex: Knex, words: string[]): Promise<AskedWord[]> {
  const { rows } = await knex.raw<{ rows: AskedWord[] }>(
    `WITH asked AS (
       SELECT DISTINCT ON (position) position, term.lexeme AS word
       FROM unnest(?::text[]) WITH ORDINALITY AS given(word, position),
         unnest(to_tsvector('simple', unaccent(word))) AS term
       ORDER BY position
     )
     SELECT word,
       numnode(to_tsquery('english', word)) = 0 AS "isFiller",
       EXISTS (SELECT FROM product_texts WHERE document @@ to_tsquery('english', word)) AS "isKnown",
       EXISTS (SELECT FROM product_texts WHERE document @@ to_tsquery('english', word || ':*')) AS "isBeginning"
     FROM asked ORDER BY position`,
    [words],
  )
  return rows
}

/**
 * For each mistyped word the closest one that a product has: one slip of the fingers in a short word,
 * two or three in longer ones. Neighbours that changed places are one slip, and a word that is still
 * being typed is compared with the beginnings of others.
 */
export async function selectMeanings(knex: Knex, words: string[]): Promise<Map<string, string>> {
  const { rows } = await knex.raw<{ rows: { word: string; meant: string }[] }>(
    `SELECT asked.word, closest.word AS meant
     FROM unnest(?::text[]) AS asked(word),
     LATERAL (
       SELECT array_agg(overlay(asked.word PLACING reverse(substr(asked.word, i, 2)) FROM i FOR 2)) AS swapped
       FROM generate_series(1, length(asked.word) - 1) AS i
     ) AS slips,
     LATERAL (
       SELECT alike.word,
         CASE WHEN alike.word = ANY(swapped) THEN 1
           ELSE levenshtein_less_equal(alike.word, asked.word, 3) END AS slips,
         levenshtein_less_equal(left(alike.word, length(asked.word)), asked.word, 1) AS slips_so_far
       FROM (
         SELECT word FROM search_words WHERE word % asked.word
         UNION
         SELECT word FROM search_words WHERE word = ANY(swapped)
         UNION
         SELECT word FROM search_words
         WHERE length(word) BETWEEN length(asked.word) - 1 AND length(asked.word) + 1 AND length(asked.word) < 6
       ) AS alike
       WHERE EXISTS (SELECT FROM product_texts WHERE document @@ to_tsquery('english', alike.word))
     ) AS closest
     WHERE slips <= CASE WHEN length(asked.word) < 6 THEN 1 WHEN length(asked.word) < 9 THEN 2 ELSE 3 END
       OR (slips_so_far <= 1 AND length(asked.word) >= 4)
     ORDER BY asked.word, slips DESC, similarity(closest.word, asked.word), closest.word DESC`,
    [words],
  )
  // The best comes last, and stays.
  return new Map(rows.map(({ word, meant }) => [word, meant]))
}
