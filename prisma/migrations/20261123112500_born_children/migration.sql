-- Whoever has a date of birth is born: the mark of an unborn child stayed when the date was put down.
UPDATE person SET unborn = false WHERE unborn AND born_on IS NOT NULL;
