-- An address told later than a newer one ended that one before it had begun. What stands so was out of date when it was told: it stands for no time at all.
UPDATE person_address SET until = since WHERE until < since;
ALTER TABLE person_address ADD CONSTRAINT person_address_ends_after CHECK (until >= since);
