-- Names as people are called and as Somali writes them, further to those of search_all_london and further_spellings: each list one name, the name first. A child who is Liz to the caller
-- and Elizabeth on record was not found, nor Abdirahman who is written Cabdiraxmaan.
CREATE TEMPORARY TABLE heard ON COMMIT DROP AS
SELECT DISTINCT spelling, split_part(line, ' ', 1) AS name FROM unnest(ARRAY[
  -- English, as people are called
  'elizabeth liz lizzie lizzy beth betty bess libby', 'aleksander alex alec sandy sasha xander', 'aleksandra alex sasha sandra', 'william will bill billy willie', 'robert rob bob bobby robbie', 'richard rick ricky dick', 'malgorzata maggie meg peggy gosia',
  'catherine kate katie kathy cathy', 'mihai mike mick misha', 'james jim jimmy jamie', 'jan jack johnny', 'yusuf joe joey', 'tomasz tom tommy', 'antonio tony', 'eduardo ed eddie ted teddy', 'charles charlie charley', 'daniel dan danny', 'david dave davy',
  'mateusz matt matty', 'mikolaj nick nicky kolya', 'samuel sam sammy', 'samantha sam sammy', 'benjamin ben benny', 'victoria vicky vikki tori', 'jennifer jen jenny', 'jessica jess jessie', 'rivka becky becca', 'susan sue susie suzie', 'patricia pat trish patsy', 'padraig pat paddy',
  'krzysztof chris', 'christina chris tina kristina krystyna', 'frederick fred freddie freddy', 'abigail abby abbie', 'stefan steve stevie', 'andrei andy', 'theodore theo ted', 'dmitri dima dmitry dimitri dmytro', 'svetlana sveta lana', 'mohammed mo', 'piotr pete petya', 'jonathan jonny johnny', 'joshua josh', 'timothy tim timmy',
  'isabel izzy bella belle', 'natalia natasha nataliya', 'anastasia nastya', 'ekaterina katya', 'vladimir vova volodymyr', 'gabriel gabe gabi',
  -- Yoruba, cut short
  'temitope tope', 'olatunji tunji', 'oluwatosin tosin', 'olumide lumi', 'ayodele ayo dele', 'babajide jide', 'adewale wale', 'olayinka yinka', 'abiodun biodun',
  -- Somali as it is written there: c and x are no English sounds
  'abdulrahman cabdiraxmaan cabdirahman cabdiraxman abdirahmaan', 'abdullah cabdullahi cabdulaahi cabdalla', 'cabdi abdi', 'jaamac jama jamac', 'warsame warsama', 'osman cismaan', 'noor nuur', 'xirsi hirsi', 'faarax farah farax', 'guuleed guled', 'sacdiya sadia saadiya', 'cabdiqaadir abdiqadir abdulkadir abdulqadir', 'cabdirashiid abdirashid abdulrashid', 'xaawo hawa hawo', 'ismaaciil ismail',
  -- Arabic
  'khalid khaled halid', 'bin ibn ben', 'bint binti'
]) AS line, regexp_split_to_table(line, ' ') AS spelling;
INSERT INTO name_spelling (spelling, name) SELECT spelling, name FROM heard ON CONFLICT DO NOTHING;

-- What the words of names are found by is told anew, and whoever bears one of these.
UPDATE name_word SET keys = word_keys(word) WHERE word IN (SELECT spelling FROM heard);
SELECT refresh_person_search(ARRAY(SELECT DISTINCT s.person_id FROM person_search s WHERE s.keys && key_numbers(ARRAY(SELECT DISTINCT '=' || spelling FROM heard))));
