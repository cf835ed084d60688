"""What the three imports share, in the order of a run.

- Reading: `contents` finds out that a file holds something other than rows, `rows` reads them, `exported` translates
  those that `export` wrote, `database` keeps all of them in a temporary file.
- Understanding: `columns`, `time_columns`, `order_columns`, `orders`, then the cells: `values`, `placeholders`,
  `phone_numbers`, `amounts`, `dates`, `identities`.
- Deciding: `records` makes a record of each row, `journal` knows what an earlier run has sent (`journal_state`: in
  Windmill), `repeats` marks what is not to be sent, `rejects` lists what cannot be.
- Sending: `batches`, `delivery`, `refusals`, `jobs`; `summary` counts.
- `paths` says where rejects and journal are, `run` does all of this.
"""
