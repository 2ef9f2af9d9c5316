import { actionForms } from '@/lib/actions/forms'
import { administrationForms } from '@/lib/administration/forms'
import { chronologyForms } from '@/lib/chronology/forms'
import { dutyForms } from '@/lib/deadlines/forms'
import { enquiryForms } from '@/lib/enquiry/forms'
import { exploitationForms } from '@/lib/exploitation/forms'
import { figureForms } from '@/lib/figures/forms'
import { handoverForms } from '@/lib/handover/forms'
import { agendaForms } from '@/lib/meetings/agenda/forms'
import { meetingForms } from '@/lib/meetings/forms'
import { roomForms } from '@/lib/meetings/room-forms'
import { openingForms } from '@/lib/access/openings/forms'
import { householdForms } from '@/lib/households/forms'
import { restrictionForms } from '@/lib/access/restriction/forms'
import { peopleForms } from '@/lib/people/forms'
import { referralForms } from '@/lib/referrals/forms'
import { closingForms } from '@/lib/closing/forms'
import { otherChildrenForms } from '@/lib/other-children/forms'
import { missingForms } from '@/lib/missing/forms'
import { placeForms } from '@/lib/places/forms'
import { posingRiskForms } from '@/lib/posing-risk/forms'
import { protectionForms } from '@/lib/protection/forms'
import { rotaForms } from '@/lib/rota/forms'
import { supervisionForms } from '@/lib/supervision/forms'
import { strategyForms } from '@/lib/strategy/forms'
import { warningNoticeForms } from '@/lib/warning-notices/forms'
import type { FormAct } from './form-act'

/** Every act a form can ask for. An act not listed here cannot be reached from outside. */
const FORM_ACTS: readonly FormAct[] = [...referralForms, ...enquiryForms, ...dutyForms, ...strategyForms, ...meetingForms, ...roomForms, ...agendaForms, ...actionForms, ...peopleForms, ...householdForms, ...openingForms, ...restrictionForms, ...chronologyForms, ...administrationForms, ...rotaForms, ...protectionForms, ...otherChildrenForms, ...closingForms, ...handoverForms, ...supervisionForms, ...missingForms, ...exploitationForms, ...posingRiskForms, ...placeForms, ...warningNoticeForms, ...figureForms]

export const formActNamed = (name: string): FormAct | undefined => FORM_ACTS.find((form) => form.name === name)
export const formActs = (): readonly FormAct[] => FORM_ACTS
