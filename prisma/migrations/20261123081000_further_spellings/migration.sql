-- Names that London hears and writes in ways no rule of sounds brings together, further to those of search_all_london: each list one name, the name first.
CREATE TEMPORARY TABLE heard ON COMMIT DROP AS
SELECT DISTINCT spelling, split_part(line, ' ', 1) AS name FROM unnest(ARRAY[
  -- Vietnamese, Chinese
  'nguyen nwin nwen ngyuen nyugen nguen', 'phuong fuong foong', 'quang kwang', 'thuy twee tui', 'duc duck dook', 'qing ching tsing', 'huynh hwin win',
  -- Polish, Ukrainian, Romanian, Lithuanian
  'piotr peter petr petro petru pyotr', 'pawel paul pavel paulo pablo pavlo', 'tomasz thomas tomas tomash', 'lukasz lucas luke lukas wukash', 'grzegorz gregory grigore gzhegosh',
  'mateusz matthew matei mateo matteo mateush', 'mikolaj nicholas nicolae nikolai nicolas mykola', 'stanislaw stanislav stanley stan', 'zbigniew zbyszek zbig', 'ioana joanna joana yoana',
  'oleksii alexei aleksei oleksiy', 'serhii sergei sergey sergiu', 'vasyl vasile vasil basil',
  -- Spanish, Portuguese
  'joaquin joaquim wakeen', 'antonio anthony antony anton antoni', 'tiago thiago', 'guillermo guilherme william', 'eduardo edward eduard',
  -- Irish, Scottish, Welsh
  'eilidh ailey aylie eylee', 'caoimhin kevin keevin', 'eimear emer eemer', 'dearbhla dervla derbhla', 'sorcha surka', 'bronagh brona', 'daithi dahy dahi', 'meadhbh maeve mave', 'naoise neesha', 'ffion fion', 'angharad ankarad',
  -- Yoruba, Igbo, Eritrean and Ethiopian
  'oluwafemi femi', 'adebayo bayo', 'babatunde tunde', 'temitope temi', 'folasade sade shade', 'nnamdi namdi', 'obinna obi', 'chukwudi chudi', 'oluwakemi kemi', 'tewodros tedros theodros teodros', 'yohannes yohanes johannes', 'gebre ghebre gabre', 'tesfaye tesfai tesfay',
  -- Arabic, Urdu, Bengali, Tamil, Kurdish
  'ghulam gulam golam', 'shoaib shuaib shuayb', 'owais uwais awais ovais', 'ruqayyah ruqaya rukaya rokeya', 'maimuna maymuna maimouna', 'sumayyah sumaya soumaya sumaiya', 'hafsa hafsah hafza', 'zulfiqar zulfikar', 'iftikhar iftekhar', 'waqas wakas', 'lakshmi laxmi luxmi', 'subramaniam subramanian'
]) AS line, regexp_split_to_table(line, ' ') AS spelling;
INSERT INTO name_spelling (spelling, name) SELECT spelling, name FROM heard ON CONFLICT DO NOTHING;

-- What the words of names are found by is told anew, and whoever bears one of these.
UPDATE name_word SET keys = word_keys(word) WHERE word IN (SELECT spelling FROM heard);
SELECT refresh_person_search(ARRAY(SELECT DISTINCT s.person_id FROM person_search s WHERE s.keys && key_numbers(ARRAY(SELECT DISTINCT '=' || spelling FROM heard))));
