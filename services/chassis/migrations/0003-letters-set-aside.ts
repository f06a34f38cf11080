import type { Knex } from 'knex'

export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    ALTER TABLE dead_letters
      ADD set_aside_at timestamptz,
      ADD set_aside_by text,
      ADD set_aside_note text;
  `)
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('ALTER TABLE dead_letters DROP set_aside_at, DROP set_aside_by, DROP set_aside_note')
}
