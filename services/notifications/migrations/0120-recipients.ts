import type { Knex } from 'knex'

export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    -- What an older version sent, and has not forgotten.
    CREATE INDEX emails_to_forget ON emails (id) WHERE status <> 'queued' AND recipient <> '';
  `)
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('DROP INDEX emails_to_forget')
}
