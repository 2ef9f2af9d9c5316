/**
 * Words that are no ground for a lower grade or class (mis-repeat-not-lower; HMIC 2016 L2105–2108, L1861–1865): what is said of the child's
 * cleverness, of its habit, or of its coming back by itself. Each pattern is one way of saying such a thing, whatever the pronoun.
 */
const WHO = '(?:s?he|they|the (?:child|girl|boy|young person|teenager|teen|youth|lad|subject|misper)|this (?:child|girl|boy|young person)|it)'
const SELF = '(?:(?:him|her|them|it|one|your|my)sel(?:f|ves)|sel(?:f|ves)|(?:his|her|their) own)'
const REJECTED: readonly RegExp[] = [
  // Coming back.
  new RegExp(`\\b(?:${WHO} )?(?:will|would|'ll|always|usually|normally|generally|often|likely to|bound to|expected to|sure to|should)+(?: (?:always|usually|just|soon|probably|likely))?(?: (?:be|come|comes|return|returns|turn|turns|show|shows|go|goes|back|home))(?: (?:back|home|up|here))*(?: (?:soon|later|tonight|tomorrow|eventually|in the morning|when (?:hungry|ready|tired|cold)|when ${WHO} (?:is|are|gets?|wants?|feels?)[\\w ]{0,20}|by ${SELF}|on (?:his|her|their) own(?: accord)?|of (?:his|her|their) own (?:accord|free will|volition)|safe(?:ly)?|every time|in (?:his|her|their) own time))*`),
  /\b(?:comes?|turns?|shows?|gets?) (?:back|home|up)(?: (?:again|eventually|every time|on (?:his|her|their) own|by (?:him|her|them)sel(?:f|ves)|of (?:his|her|their) own accord))*/, /\breturn(?:s|ed)? (?:before|every time|of (?:his|her|their) own accord|by (?:him|her|them)sel(?:f|ves)|on (?:his|her|their) own)/,
  // Cleverness and age.
  /street[\s-]*(?:wise|smart|savvy|sense|aware)\w*/, /worldly[\s-]*wise/, /\bsavvy\b/, /\bwise (?:beyond|for) (?:his|her|their) (?:years|age)/, /(?:wise|old|mature|grown[\s-]*up|sensible|clever|big) (?:beyond|for) (?:his|her|their|its) (?:years|age)/,
  /\b(?:very |quite |fairly |pretty )?(?:mature|resilient|independent|self[\s-]*(?:sufficient|reliant)|capable|resourceful|sensible|confident|clever|bright|smart|intelligent|experienced|worldly|clued[\s-]*up|switched[\s-]*on|canny|tough|hardened|robust)\b/,
  new RegExp(`(?:(?:well )?able to|can|could|capable of|knows? how to|good at|used to|will|able of)?\\s*(?:be )?(?:easily |well )?(?:look(?:s|ing)?|tak(?:e|es|ing)|car(?:e|es|ing)|fend(?:s|ing)?|cop(?:e|es|ing)|handl(?:e|es|ing)|manag(?:e|es|ing)|protect(?:s|ing)?|defend(?:s|ing)?)\\s*(?:good |well |perfectly )?(?:after|care of|for|with|on)?\\s*${SELF}`),
  /(?:can|able to|knows? how to) (?:cope|manage)(?: (?:alone|on (?:his|her|their) own|well))?/, /knows? (?:the streets|(?:his|her|their) way (?:a)?round|what (?:s?he|they)(?: is|'s| are) doing|(?:his|her|their) own mind)/,
  /(?:can |could |able to |knows? how to |good at )?keep(?:s|ing)? (?:(?:him|her|them)sel(?:f|ves) )?(?:safe|out of (?:trouble|danger|harm))/, /\b(?:nearly|almost|close to|practically|not far off|just under) (?:18|17|eighteen|seventeen|an? adult|adult(?:hood)?|grown[\s-]*up)\b/, /\b(?:just )?(?:being|like) an? (?:typical )?teen(?:ager|ager'?s)?(?: being an? teenager)?\b/, /\bmanipulative\b/, /\bfor attention\b/, /\bwell[\s-]*known to (?:police|us|staff|services|officers|the (?:unit|police))\b/, /\bthis is what (?:s?he|they) (?:does|do|is like)\b/,
  // Habit, and what is usual for the child.
  /\b(?:not|nothing|hardly|isn'?t|is not|wasn'?t) (?:at all )?(?:out of|unusual|uncommon|outside|unlike|untypical|atypical|surprising|new)(?: of)?(?: the| of)?(?: usual| ordinary| character| norm(?:al)?| pattern)?(?: (?:for|of) (?:him|her|them|this (?:child|girl|boy)))?/,
  /\bwithin (?:his|her|their|the) (?:usual|normal|character|pattern)\w*/, /\bin (?:\w+ )?character\b/, /\b(?:goes|going|go|gone|runs?|running) (?:missing|off|away|out|awol)(?: (?:a lot|all the time|every \w+))?/, /\b(?:usual|normal|typical|regular|routine|standard|habitual|customary|expected|common|everyday) (?:behaviou?r|pattern|occurrence|thing|conduct|for (?:him|her|them|this (?:child|girl|boy)))/,
  /\b(?:force of )?habit(?:ual(?:ly)?|s)?\b/, /\b(?:a )?(?:regular|frequent|serial|habitual|persistent|prolific|repeat|known)(?:ly)? (?:misper|missing person|runaway|absconder|absentee|absence|absences|missing|episodes?|(?:goes|going|go) missing)\w*/,
  /\b(?:regular(?:ly)?|frequent(?:ly)?|routine(?:ly)?|often|usually|always|constantly|repeatedly|again and again|time and again|every (?:week|weekend|night|day|few days))\b(?: (?:goes|going|go|gone|been|is|reported|runs?))*(?: (?:missing|absent|away|off|out|awol))*/,
  /\b(?:has |have |had )?(?:done|does|did) (?:it|this|that|so)(?: (?:before|all the time|a lot|regularly|often|every \w+|many times|again))*/, /\b(?:she|he|they)(?:'s|'ve)? done (?:it|this) before\b/, /\bhappened before\b/, /\bgone (?:missing|off|away) before\b/, /\b(?:many|several|numerous|lots of|multiple|previous|\d+) (?:previous |earlier |other )?(?:episodes?|times|occasions|reports?|absences|mispers?)(?: before)?\b/,
  /\b(?:known|tends|prone|likes|loves) (?:to|for) (?:go(?:ing)?|run(?:ning)?|stay(?:ing)?|wander(?:ing)?|abscond(?:ing)?|do(?:ing)?)(?: (?:missing|off|out|away|this|it|late))*/, /\b(?:part of |just )?(?:his|her|their) (?:usual |normal )?(?:pattern|lifestyle|life ?style|routine|way|choice|nature|thing)\b/, /\blife[\s-]*style choice\b/, /\battention[\s-]*seek\w*/, /\btypical (?:teenager|teen|behaviou?r)?/, /\b(?:nothing new|same as (?:ever|before|usual|last time)|as (?:usual|always|ever|before))\b/, /\bsame old\b/, /\bpatterns?(?: of (?:behaviou?r|going missing|absences?))?\b/, /\b(?:usual|normal|typical|regular|routine)\b/,
]

/** Words that state nothing: pronouns, joints, conclusions. What is left of a reason besides them and the rejected is a fact. */
const EMPTY = new Set(('a an and are as at be been because but by can case child children considered considering could deemed decision did do does due for from girl boy lad young person persons people teenager teen youth '
  + 'female male subject misper missing absent absence grade graded grading class classed classification risk risks low lower medium high standard no not none nor has have had he her hers him himself his herself i if in into is it its '
  + 'just judgement judgment professional officer officers my me our we us view opinion of on only or reason reasons rationale assessed assessment she should so such than that the their them themselves then there therefore they this those '
  + 'kid kids local london street streets though through to too under very was well were when which while who will with would yes you your again also am any apparent at concern concerns concerned significant real identified known believe believed belief think thought thinks feel felt feels seems seem '
  + 'appears appear appropriate sufficient enough ok okay fine per policy given since really quite fairly rather all about out up off still now here same age aged years year old policy level lowered reduced downgrade downgraded '
  + 'informant caller staff worker home care says said states stated say told tells stating describes described reports reported carer placement unit supervisor inspector sergeant '
  + 'usual usually normal normally regular regularly often always before previous previously history episode episodes time times character behaviour behavior nature habit happens happened happen pattern never worry worries worried nothing something anything else more much most many few lot some '
  + 's d ll ve re t don doesn isn wasn aren cant can won wont dont doesnt isnt wasnt whatsoever back home soon later come comes coming return returns returning safe safely within hours hour alone own accord volition free every however despite although likely probably may might must expected').split(/\s+/))

/** A reason needs this many words that state something: 'at her aunt' has one. */
const FEWEST = 1

/**
 * The rejected words that are all there is of a reason, or null where nothing of the kind is said or facts stand beside it. Not given
 * (null, empty) is not known: it is not this that refuses it.
 */
export function onlyRejectedReason(reason: string | null): string | null {
  if (reason === null) return null
  // Who said it is no fact about the child.
  const SAID = /\b(?:(?:the |her |his |their |a )?(?:mother|father|mum|dad|parents?|carers?|foster carers?|staff|informant|caller|social worker|home|key ?worker)(?: has| have)? (?:says?|states?|stated|said|told us|told|tells|reports?|reported|describes?|described|advise[sd]?|believes?|thinks?)(?: that)?)/g
  let rest = ` ${reason.toLowerCase().replaceAll(/[‘’´`]/g, '\'').replaceAll(/\s+/g, ' ').replaceAll(SAID, ' ')} `
  const found: string[] = []
  for (const pattern of REJECTED) {
    rest = rest.replace(new RegExp(pattern.source, 'g'), (said) => {
      if (said.trim() === '') return said
      found.push(said.trim())
      return ' | '
    })
  }
  if (found.length === 0) return null
  const stated = rest.replaceAll(/[^a-z0-9:' ]+/g, ' ').split(/[\s']+/).filter((word) => word !== '' && !EMPTY.has(word) && !/^\d{1,2}$/.test(word))
  return stated.length < FEWEST ? found.join(', ') : null
}
