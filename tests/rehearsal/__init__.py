"""The rehearsal: a fictive deltagare to practise on."""
