"""A walk through the whole dialogue: every response is shown to somebody, and none is a dead end."""

from __future__ import annotations

from collections import Counter

import pytest
from site_client import ROOT, Thaw
from walking import BEHIND_A_PROXY, FROM_NOWHERE, REFUSED, Walk, follow_every_choice

ELSEWHERE = {
    "utter_engine_down": "channels/test_turn.py::test_when_the_engine_fails_the_visitor_is_told_so_and_shown_the_crisis_services",
    "utter_hand_off_not_kept": "conversations/test_hand_off.py::test_who_agrees_while_the_store_is_locked_reads_so_and_can_agree_again",
    "utter_hand_off_not_withdrawn": (
        "conversations/test_hand_off.py::test_where_the_store_will_not_take_it_back_that_is_said_and_a_minors_turn_goes_on"
    ),
    "utter_want_human_contact": "dialogue/test_nlg.py::test_the_retention_days_and_the_contact_stand_in_the_text",
}
"""Responses that only an outage or a setting shows, and the test that shows each."""

AT_MOST = 0.25
"""Share of the answers that lead on by the same choice first."""

TAKEN_OUT = '/remove_field{"handoff_field": "since"}'
WORDS = (
    # Talk
    ("yes",),
    ("flurble wug zant", "wug flurble zant", "flurble zant wug"),
    ("what does burnout do compared to depression", "is it burnout or depression"),
    # What a training makes of one of these, it does not make of all.
    ("what about the ones my sister has in spring",),
    ("is it like that for the fish",),
    ("can it be from the paint",),
    ("will they know about the tuesday one",),
    ("why am i numb", "say that again"),
    ("why am i numb", "im scared"),
    (*("i think about killing myself", "no plan", "my cousin jo"), *("i think about killing myself", "no plan", "he was here")),
    (
        *("i think about killing myself", "no plan", "my cousin jo"),
        *("i think about killing myself", "no plan", "he was here", "with scissors"),
    ),
    # A call was urged: what this chat can do, and that the worst is over
    ("i'm going to kill myself tonight", "can you stay with me", "are you still there", "what happens now", "are you sending someone"),
    ("i'm going to kill myself tonight", "i climbed back inside", "im back inside now"),
    ("i'm going to kill myself tonight", "my roommate is up and sits with me", "she made tea", "she's holding my hand"),
    ("does lexapro kill libido", "can it mess with sex"),
    ("can i tell you something", "there's something else"),
    # Asked about the thoughts themselves
    (*("i wish i wouldnt wake up", "no"), *("does that count as suicidal", "so am i suicidal")),
    (*("i wish i wouldnt wake up", "no"), *("would a therapist lock me up if i said that", "would my doctor report it")),
    (
        *("i wish i wouldnt wake up", "is it weird that i think about dying and don't want it"),
        *("is it weird that i think about dying and don't want it", "no plan"),
        *("is it weird that i think about dying and don't want it", "am i crazy for having these thoughts"),
    ),
    ("i wish i wouldnt wake up", "not really"),
    ("i wish i wouldnt wake up", "no", "i wish i wouldnt wake up", "dunno"),
    ("would a therapist tell anyone what i say", "is therapy confidential with a therapist"),
    ("why am i numb", "clear this chat", "#Keep"),
    ("i forget everything lately", "my memory is shot"),
    ("i want to forget everything", "i wish i could forget that year"),
    ("i already have a therapist", "i have a psychiatrist"),
    ("im a therapist, how do i join your network", "im a psychologist interested in working with you"),
    ("my therapist suggested this site", "my gp sent me the link"),
    ("find me a therapist", "not comfortable sharing", "actually no"),
    ("find me a therapist", "flat", "that's enough questions", "why do i have to say yes", "why do you need my permission"),
    ("i feel nothing", "#Find a clinician", "stop"),
    ("clear this chat", "#Yes, delete"),
    ("why am i numb", "start over"),
    # Questions by their form
    ("am i the only one", "yes or no"),
    ("will i ever feel things again", "yes or no"),
    ("is this depression", "yes or no"),
    ("can therapy help", "yes or no"),
    ("why does the exercise work", "yes or no"),
    ("why does the exercise work", "in simpler words please", "is there any research on that"),
    ("nothing feels real", "yes or no"),
    ("what is anhedonia", "can you say that in simpler words"),
    ("why am i numb", "can you say that in simpler words"),
    ("what is therapy like", "can you say that in simpler words", "what does CBT stand for"),
    ("everything is an effort", "in plain english please"),
    ("my mother died and i feel nothing", "is that normal"),
    *(
        (each,)
        for each in ("so whats wrong with me", "am i going mad", "whats the point of this", "nothing works", "which languages do you speak")
    ),
    *(
        (each,)
        for each in ("can my boss see this", "can my husband see this", "does my insurance find out", "would the university be told")
    ),
    ("is it sold to anyone", "who wrote this, and who reviewed it", "any sources"),
    ("are you chatgpt", "are you sure", "are you a doctor", "are you a therapist"),
    ("could it be the pill", "its the mini pill", "i quit lexapro last week", "i just stopped my meds"),
    ("should i take vitamin d", "how much", "could it be adhd", "what about my thyroid"),
    ("which therapy is best", "which is better", "does emdr work", "does tms work"),
    ("do i have to talk about my childhood", "will they make me cry", "can i switch therapist", "what if i dont like my therapist"),
    ("how many sessions do i need", "how long does therapy take"),
    ("can i bring my wife to the session", "could i take my mum with me to therapy"),
    ("i cant afford a therapist", "so theres nothing for me"),
    ("how much does it cost", "why is there no price", "why dont you know", "do you take medicaid", "kaiser"),
    ("do you have anyone in texas", "are there therapists in ohio"),
    ("are you available in canada", "does this work in ireland"),
    ("can i do video sessions", "group or single", "how soon can i get an appointment", "is there a waitlist"),
    ("are they licensed", "psychologists or what", "do you treat teens", "do you treat kids"),
    ("ok",),
    ("ugh",),
    ("why am i numb", "why so vague", "why am i numb", "so you dont know"),
    ("this is me", "so relatable"),
    ("does exercise help", "would the gym help"),
    ("what can i try", "tried that"),
    ("what can i try", "no time for that"),
    ("i feel nothing", "except with my dog"),
    ("my girlfriend says she feels nothing. how do i help her", "is it my fault", "is it because of me"),
    ("anhedonia vs depression", "is anhedonia a mental illness", "anhedonia vs apathy", "alexithymia or anhedonia"),
    ("how do you pronounce anhedonia", "how do you say anhedonia"),
    ("my wife died and i feel nothing", "its not grief i wanted it"),
    ("i've been on a waiting list for 8 months", "still waiting for therapy"),
    ("do the police see this", "do they have to report what i say", "is this encrypted", "are you hipaa compliant"),
    ("i work nights in a warehouse", "im a student", "failing all my classes", "my landlord kicked me out", "sorry", "im so sorry"),
    ("am i the only one", "where is that number from"),
    ("numb since i started the pills", "where is that number from"),
    ("will i ever feel things again", "where is that from"),
    ("what is therapy like", "where is that from"),
    ("will i ever feel things again", "any evidence for that"),
    ("what is therapy like", "any evidence for that"),
    ("i feel nothing", "who should i ring, my gp or 111"),
    ("numb since the baby came", "just who do i phone"),
    ("i attempted in 2019", "and i overdosed once before"),
    ("I overdosed at nineteen. so glad I lived, I have two kids now", "no, not for years"),
    ("numb since the baby came", "and who could i tell", "would someone take my baby away for that"),
    ("i feel nothing", "what mean flat"),
    ("why am i numb", "what is reward system"),
    ("how does matching work", "what is a clinician"),
    ("a quick self-check", "what does phq mean"),
    ("should i quit my job",),
    ("i want to try the exercise", "how long does it take", "do i need anything", "how do i start"),
    ("i want to try the exercise", "#Music", "do i close my eyes", "what if i feel nothing", "is it ok if i do it later"),
    ("i want to try the exercise", "#Music", "2", "what was my number", "i fell asleep"),
    ("i want to try the exercise", "#Music", "#Nothing", "#A line for tomorrow", "on tuesday", "music"),
    ("a quick self-check", "most days", "does it count if im on vacation", "why only two questions", "is this a diagnosis"),
    ("can i come back tomorrow",),
    ("i want to try the exercise", "#Music", "#Nothing", "#Try a different one", "#Tea, coffee or water", "#Nothing"),
    ("she wants me to go to therapy", "everyone tells me to cheer up", "is this a scam"),
    ("my gp is useless", "mostly at night", "i cant be happy for my sister"),
    ("my partner says i seem checked out", "does she still love me", "and what about me"),
    ("my husband has gone numb", "does he still love me"),
    ("my mum died in march", "is something wrong with me", "i didnt cry", "im just making lists", "its been 3 months"),
    ("my mate killed himself in april", "i should have answered the phone"),
    ("i feel nothing", "is that bad"),
    ("i cheated on her and felt nothing", "am i a psychopath"),
    ("i feel nothing", "nobody knows", "my mum would freak out"),
    ("i feel nothing", "my cat died", "they say its just a cat"),
    (
        "a quick self-check",
        "#Do the two questions",
        "mostly at night",
        "most days",
        "is that bad",
        "most days",
        "what does 4 mean",
        "is that bad",
        "what now",
    ),
    ("would other food change anything",),
    ("our son died last year. how do i talk to my wife", "my mum cant talk about him", "he was called danny", "he made me laugh"),
    ("my wife died in may. what can i do", "is it normal to be angry with her", "im so angry with her", "what do i say in the eulogy"),
    ("my mum died. what are the signs",),
    ("we had a stillbirth in march",),
    ("i miss my husband", "no friends here"),
    ("my wife has gone numb", "no shes never said anything about dying", "she sees a counsellor on thursdays", "how long do i wait"),
    ("my husband has gone numb", "could it be his tablets", "i've decided to leave him"),
    ("my son said we'd all be better off without him", "not right now", "i asked him and he said no", "what's wrong with him then"),
    ("my friend had a baby in march and shes like a ghost",),
    ("numb since the baby came", "can dads get it too"),
    ("she cheated on me and i feel nothing",),
    ("my brother died in may", "would a grief group do me any good"),
    ("i'm worried about my husband", "and what shouldn't I say"),
    ("my wife says i'm checked out", "what should i not say"),
    ("i'm worried about my son", "should i drive up there", "what should i not say", "i'm so tired of carrying both of us"),
    ("i'm worried about my son", "is there a therapist for him"),
    # What was plainly told
    ("our daughter was stillborn in may", "is that postnatal depression", "my breasts still made milk", "will i love the next baby"),
    ("i'm a dad and i'm numb", "i regret having kids"),
    ("two years sober and still numb", "no drugs, years", "i miss being drunk", "i miss the buzz too"),
    ("can you help me sleep", "any tips for sleeping?", "thanks. night", "good night then"),
    ("my wife says i'm checked out", "she's not wrong", "he has a point", "can't blame her"),
    ("i'm numb since having my baby", "my midwife asked and i lied", "the doctor asked and i said im fine"),
    ("#Try five minutes", "music", "what number must i put", "what's the number for", "2", "i cried a bit"),
    ("#Try five minutes", "music", "teared up at the chorus", "#Leave it there", "can we try the exercise", "tea", "i cried again"),
    ("my husband has gone numb", "should i leave him", "is it my fault"),
    ("my husband has gone numb", "should i just stop"),
    ("my husband has gone numb", "i miss him"),
    ("my husband has gone numb", "he says i'm nagging"),
    ("i feel numb and my wife is worried", "should i tell her", "31 years married", "should i leave her"),
    ("i was raped at 19, i'm 40 now, still feel nothing", "i don't want to talk about it"),
    ("my fingers go numb at night", "should i see a doctor", "i can't sleep"),
    ("are you a bot", "haha fair"),
    ("i feel nothing", "it's not the job", "i'm retired"),
    ("i feel flat", "wife passed? no she's in the kitchen"),
    # What is meant, and what isn't
    ("why am i numb", "no, it isn't like that for me with the fish"),
    ("i feel nothing", "you misread that, the blue one"),
    ("numb since my pills", "no i asked if it's normal"),
    ("what is therapy like", "let me sleep on it"),
    ("i don't have time for therapy", "what is therapy like", "my shifts don't allow for appointments"),
    ("i'm in austin, i need a therapist who takes aetna, evenings work",),
    ("i feel nothing", "i sleep fine"),
    ("i want to speak to someone", "no not 988", "i dont like phones"),
    ("i want to try the exercise", "#Tea", "am i doing this right", "my mind keeps wandering", "how often should i do this"),
    ("i get like 3 hours a night", "i wake up at 4am every day for no reason"),
    ("i was abused as a child", "i don't want to talk about it", "i said i don't want to talk about it"),
    ("i have thoughts of hurting my baby", "shes crying now", "shes in the cot", "shes in the cot"),
    ("i have thoughts of hurting my baby", "#We're apart now"),
    ("i'm going to kill myself tonight", "what is anhedonia", "what does the matching cost", "are you a bot"),
    ("everything is flat", "it's been about a year"),
    ("my body is heavy like lead", "my blood tests came back clear"),
    ("I don't care for the idea of therapy, frankly.",),
    ("numb since the loss, it was just such a loss", "nobody died! it was only football"),
    ("my wife died in february", "her gardening coat. i haven't moved it from the hook"),
    ("#Try five minutes", "music", "#Nothing", "#Try a different", "nothing again"),
    # Ages
    ("i'm 15", "sorry, i'm 45"),
    ("i'm 45",),
    ("i'm 15", "can i talk to a person", "my aunt maybe"),
    ("i'm 15", "i want to kill myself", "no", "find me a therapist"),
    ("i'm 15 and i want to kill myself", "find me a therapist"),
    ("why am i numb", "i'm over 18"),
    ("#Find a clinician", "#I feel nothing", "two years", "i need to fix my answer"),
    ("what is anhedonia", "#Tell me more", "#Go one deeper", "any research on that"),
    ("what is therapy like", "tell me more", "tell me more", "any research on that"),
    ("how would the exercise help", "is there any research on that"),
    ("what is therapy like", "#Tell me more", "any research on that"),
    ("hello", "what does clinician mean"),
    ("why am i numb", "thats not what i asked"),
    ("back to what we talked about",),
    # Coming back
    ("hello", "+1", "hello"),
    ("why am i numb", "+1", "hello", "+200", "thanks"),
    ("#Try five minutes", "+1", "hello"),
    ("#Find a clinician", "+1", "hello"),
    ("a quick self-check", "#Do the two", "+1", "hello"),
    ("hello", *("+0.4", "i feel nothing") * 9),
    # The exercise
    ("i used to love music and now nothing", "#Try", "#Not now"),
    ("#Try five minutes", "#I can't do these", "#I can't see well"),
    ("#Try five minutes", "#I can't do these", "#I can't see well", "nothing feels real", "#Look around"),
    ("#Try five minutes", *("#Something else",) * 5),
    ("#Try five minutes", "the plant", "it feels worse", "can we try the exercise"),
    ("#Try five minutes", "run the tap"),
    ("#Try five minutes", "the ball"),
    ("nothing feels real", "#Look around", "#It's a bit clearer"),
    ("nothing feels real", "#Look around", "#No change", "nothing feels real", "#Look around", "#It feels worse"),
    ("#Try five minutes", "music", "1", "3", "what are the signs", "thanks"),
    ("#Try five minutes", "music", "3", "1"),
    ("#Try five minutes", "music", "2", "2", "#Try a different one"),
    ("#Try five minutes", "music", "skip", "i noticed something", "it feels worse"),
    ("#Try five minutes", "music", "2", "skip"),
    # The self-check
    ("a quick self-check", "#Do the two", "it is what it is", "#Leave it"),
    ("im 16", "a quick self-check", "#Do the two", "#Nearly", "#Nearly"),
    # The hand-off
    ("im 16", "find me a therapist"),
    ("#Find a clinician", "why do you ask this", "withdraw my consent"),
    ("#Find a clinician", "two years, and it has to be online", "#That's enough", "who gets this", "correction: whatever"),
    ("#Find a clinician", "#I feel nothing", "#That's enough", "#Yes, send", "#Take it back"),
    ("#Find a clinician", "#I feel nothing", "#A few", "#That's enough", "#Yes, send", TAKEN_OUT, "#Yes, send"),
    ("#Find a clinician", "i want to kill myself", "no", "find me a therapist", "back to what we talked about"),
    ("#Find a clinician", "i'm john smith"),
    ("what is therapy like", "#Words", "#Show", *("#Skip",) * 5),
    (
        "#Find a clinician",
        "whats in the summary",
        "#I feel nothing",
        "whats in the summary",
        "whats the difference",
        "no the other thing, where does it go",
    ),
    ("#Find a clinician", "#I feel nothing", "#That's enough", "delete"),
    ("#Find a clinician", "#I feel nothing", "stop", "#Back to questions"),
    ("#Find a clinician", *("#Skip",) * 5, "whats the difference"),
    ("#Find a clinician", *("#Skip",) * 7, "the blue fish"),
    ("#Find a clinician", "i was raped when i was 19", "no", "someone hit me", "no"),
    (
        "#Find a clinician",
        "my cat died last month",
        "let me think",
        "what do you mean",
        "is this almost done",
        "do i need to make an account",
    ),
    ("#Find a clinician", "this is urgent"),
    (
        "#Find a clinician",
        "#I feel nothing",
        "#That's enough",
        "do i have to send it",
        "can they see my name",
        "what is therapy like",
        "yes",
    ),
    # Thoughts of suicide
    ("i wish i could just disappear", "no", "i wish i was gone", "haha i was joking", "everyone would be better off without me"),
    ("why am i numb", "i wish i could just disappear", "no", "#Back"),
    ("#Try five minutes", "i wish i could just disappear", "no", "#Back"),
    ("i wish i could just disappear", "why am i numb", "what are the signs", *("why am i numb", "what are the signs") * 2, "no"),
    ("i wish i could just disappear", "no", *("why am i numb", "what are the signs") * 2, "no"),
    ("i want to kill myself", "what are the signs", "kind of", "the moon is big", "yes", "no", "yes"),
    ("i want to kill myself", "yes", "no", "ok", "no hospital", "goodbye", "nobody is here", "my wife is next door", "i'll go outside"),
    ("i want to kill myself", "yes", "no", "why am i numb", "i'm safe for now"),
    ("i want to kill myself", "yes, it's within reach"),
    ("i want to kill myself", "right now"),
    ("sometimes i think about just not being around",),
    ("i look at the train tracks and wonder",),
    ("i've been giving my things away",),
    ("maybe it would be simpler to switch it all off",),
    ("i can hear the lorries and think about it",),
    ("i want to kill myself", "i'd rather not say"),
    ("i want to kill myself", "no", "ok"),
    ("i want to kill myself", "yes", "yes", "my wife is with me", "i cut myself", "no"),
    (
        "i want to kill myself",
        "yes, with pills tonight",
        "she has the pills now",
        "ok i texted them",
        "what would i even say",
        "who can i call",
    ),
    ("i want to kill myself", "no", "my parents would be so mad", *("why am i numb", "what are the signs") * 4, "no"),
    ("i cut myself", "no", "what can i do instead of cutting"),
    # Dangers of a kind
    ("the voices tell me to kill myself", "i don't want to", "they're real", "my mum is home", "he's talking now", "it stopped for now"),
    ("my husband rapes me", "is it my fault", "i love him"),
    # Told further of somebody at home, of somebody else, of hurting oneself, of pictures that are not wanted.
    *(("my husband does it in bed even when i say no", "he's pulling in", "i hear his car"), ("he makes me have sex",)),
    *(("he grabbed my throat last week", "he's never hit me though", "is that abuse"), ("he hit me", "he choked me", "he strangled me")),
    ("he hit me", "can he ever change", "he promised he'd never do it again", "he calls me psycho", "maybe i'm the problem"),
    ("he hit me", "why do i feel nothing", "i'm a robot"),
    # Where a call isn't safe, a parent's own hands, somebody hardly known
    *((each,) for each in ("i'm not safe to phone, he reads the bill", "i can't ring, my husband listens in")),
    *(("my husband hits me", each, "he took my passport") for each in ("i can't leave, my visa is through him", "i have nowhere to go")),
    *(("my husband hits me", "that was years ago", *more) for more in ((), ("my husband hits me", "it was when i was a kid"))),
    ("i slapped my son and left a mark", "i hit my daughter across the face"),
    ("i shook my baby", "i shook the baby again"),
    ("i never hit my son. my father beat me", "i have never hit my kids, my mother beat me"),
    *(
        ("my colleague wants to kill himself", "yes", each, each)
        for each in ("should i call him or the police", "i don't have his address")
    ),
    *(
        ("my colleague wants to kill himself", "yes", each, each)
        for each in ("should i tell my boss", "i got him on the phone", "did i do right")
    ),
    (*("my brother wants to kill himself", "not right now", "should i ask him straight out", "won't that put the idea in his head"),),
    (*("my brother wants to kill himself", "not right now", "i've taken his gun away", "i locked up all the knives"),),
    (*("my brother wants to kill himself", "not right now", "he's agreed to see the gp", "he's booked an appointment"),),
    ("my wife gave birth 2 weeks ago and hears voices", "the doctor is far", "she locked herself in with the baby", "i called 108"),
    ("i cut my legs sometimes", "no", "what if mum finds my legs", "if my dad sees my arm he'll kill me"),
    (*("i keep picturing dropping my baby", "no i would never do it", "i hide the knives just in case", "i stay away from the stairs"),),
    (*("i keep picturing dropping my baby", "no i would never do it", "am i a monster", "am i going mad"),),
    (*("i keep picturing dropping my baby", "no i would never do it", "i can't sleep even when she sleeps", "i don't hear voices"),),
    ("im 13 and my uncle touches me", "is it my fault"),
    ("i cut myself", "with scissors", "its not to die"),
    ("i cut myself and it won't stop bleeding",),
    ("i took 30 paracetamol an hour ago", "i feel fine though", "it was a mistake", "will it hurt my liver"),
    ("i want to stab my boss", "not joking", "no, i was just venting"),
    ("i have thoughts of dropping my baby", "i would never, its just pictures", "she is asleep in the crib"),
    ("my gf is anorexic", "what should i say to her", "she says no hospital", "she passed out"),
    ("im starving myself", "whats the lowest i can go"),
    ("my baby needs another mother", "no"),
    ("since my od", "no not now"),
    *((each,) for each in ("🔫", "help", "😔")),
    ("quiero morir", "sí"),
    ("ich will nicht mehr leben", "ja"),
    ("je veux mourir", "oui"),
    ("eu quero morrer", "sim"),
    ("voglio morire", "sì"),
    ("i wish i could switch my head off",),
    ("i can't stop thinking about the bridge",),
    ("i'd rather not be here", "no"),
    ("i want to kill myself", "no", "i lied when i said no", "yes", "no", "that no wasn't true", "yes, with pills tonight"),
    ("i want to kill myself", "yes, with pills", "not tonight", "that wasn't true, i lied"),
    ("i want to kill myself", "yes", "never mind, forget it"),
    ("i want to kill myself", "yes", "no, forget i said it"),
    ("i wish i could just disappear", "no", "that no was a lie"),
    ("my husband hits me", "he might kill me"),
    ("i hope i dont wake up", "no, just tired of it"),
    ("i wish i could just disappear", "yes", "no, forget i said it"),
    ("I tried to end my life when I was 28. I'm 49 now and glad I'm here.",),
    ("i have like 60 xanax put by, just in case",),
    ("i want to kill myself", "yes, with pills tonight", "what is the capital of france", "flurble wug zant"),
    ("i want to kill myself", "yes, with pills tonight", "my wife is with me", "what do we do now"),
    ("i want to kill myself", "yes", "my brother would listen", "right, i'll ring him"),
    ("i want to kill myself", "yes", "a teacher maybe"),
    # Dangers of another kind
    (
        "my husband hits me",
        "the kids are asleep",
        "ok going to my sisters tomorrow",
        "can i text someone",
        "he'll kill me one of these days",
    ),
    ("my husband hits me", "flurble wug zant", "i'm not suicidal"),
    ("my husband hits me", "he reads my phone", "i can't call", "no police", "who can i talk to", "i'm safe tonight"),
    (
        "i want to hurt my baby",
        "i can't call",
        "she won't stop crying",
        "they'll take her away from me",
        "i'd never do it",
        "she is in the cot",
    ),
    *((danger, "what do i say to them") for danger in ("my husband hits me", "i want to hurt my baby")),
    ("i throw up after every meal so i don't get fat", "what do i say to them"),
    ("the radio sends me secret messages and i haven't slept for days", "what do i say to them"),
    ("before you ask, i don't want to kill myself",),
    ("i have chest pain and i can't breathe", "i can't call", "no ambulance no police", "my mum is here"),
    ("my friend wants to kill himself", "he lives in another country", "no", "why am i numb"),
    (FROM_NOWHERE, "i want to kill myself", "no", "#Another", "ok then", "mongolia"),
    (FROM_NOWHERE, "i want to kill myself", "no", "#Ireland"),
    (FROM_NOWHERE, "#Find a clinician", *("#Skip",) * 7),
    # Said in so many words, or in the light of what was spoken of
    *((each,) for each in ("cant sleep, its 3am", "lets change the subject", "ok send it", "nothing bad happened to me")),
    ("cant sleep, its 3am", "cant sleep, its 3am"),
    ("lets change the subject", "lets change the subject"),
    ("nothing bad happened to me", "nothing bad happened to me"),
    ("ok send it", "ok send it"),
    ("im 15", "ok send it", "will u tell my mum", "ok send it", "will u tell my mum"),
    ("flurble wug zant", "yes"),
    ("#Try five minutes", "tea", "skip", "its been 5 min", "done"),
    ("#Try five minutes", "tea", "2", "its been 5 min", "done"),
    ("my sister says im distant", "what do i tell my sister", "what do i tell my mum"),
    ("had a baby and feel nothing", "does that mean i dont love him", "do i even love him"),
    ("this job has burnt me out, im empty", "cant stop, theres nobody else", "cant quit, mortgage"),
    ("im on sertraline and feel nothing", "how likely is it the sertraline", "what are the odds its the pills"),
    ("i keep cutting myself", "no", "i did it", "its bleeding"),
    # What is in the way, in their own words
    ("i want to die", "no plan", "my dad", "my husband", "i have nobody", "no one would understand"),
    ("i want to die", "no plan", "id lose my job", "im a nurse", "i dont deserve help", "im not worth it"),
    ("i want to die", "no plan", "the words get stuck", "who can i call", "#What makes calling hard", "the sky is low"),
    # Said in an emergency
    ("im ending my life tonight", "im alone", "by myself", "im scared", "so scared", "im crying", "i cant stop crying"),
    ("im ending my life tonight", "im so tired", "exhausted", "nobody cares", "no one would come", "thanks", "thank you", "sorry", "sorry"),
    ("im ending my life tonight", "what happens if i call", "what will they do", "what if i dont call", "what happens if i dont call"),
    ("im ending my life tonight", "im not giving them to anyone", "im keeping them", "they were useless last time", "they hung up on me"),
    ("im ending my life tonight", "it costs too much", "i cant afford it", "its not bad enough", "im not sick enough", "id be a burden"),
    ("im ending my life tonight", "id be a burden", "i dont want to bother anyone"),
    # The plan in three lines, and how steadying went
    ("can we do the safety plan", "what do i write", "like what", "i go quiet", "the kitchen", "jo"),
    ("can we do the safety plan", "i go quiet", "the kitchen", "jo", "can we do the safety plan", "i drink", "the park", "my gran"),
    ("i want to die", "something to steady me", "did that", "a bit", "something to steady me", "tried it", "no"),
    ("i want to die", "something to steady me", "helped a bit", "something to steady me", "helped a little"),
    ("i want to die", "something to steady me", "didnt work", "something to steady me", "it did nothing, no change"),
    ("i want to die", "why do you ask", "why do you ask"),
    ("i want to die", "would u care", "you dont care"),
    ("i wish i could just disappear", "what happens if i say yes", "who will you tell", "define suicidal", "what counts"),
    ("does anhedonia make you suicidal", "just asking", "do antidepressants make you suicidal"),
    ("im 15", "my dad hits me when hes drunk", "im ok", "what do i say"),
    ("if i tell a doctor im suicidal will they lock me up", "no", "will a therapist report me if i say im suicidal"),
    ("#Find a clinician", "#I feel nothing", "#That's enough", "looks good", "ok"),
    ("im in austin and need a therapist who takes aetna, evenings work",),
    ("#Find a clinician", "do they take blue cross", "do they speak polish"),
    ("#Find a clinician", "#I feel nothing", "#That's enough", "yes", "did it go through", "did they get it"),
    ("how many paracetamol is too many",),
    ("some guy has my nudes and will post them unless i pay", "i cant tell my mum", "i already paid", "what do i do", "i paid more"),
    ("some guy has my nudes and will post them unless i pay", "i cant tell my mum", "im so ashamed"),
    ("i keep thinking about hurting my baby", "what if i do", "im scared i might"),
    ("im going to hurt my husband", "yes"),
    ("my mum has dementia. i sometimes wish it was over for her", "my mum has dementia. i wish it was over for her"),
    ("i made myself sick after dinner and again", "i like the number going down", "i weigh less"),
    *((each, each) for each in ("my mum overdosed an hour ago", "my brother sent me a suicide note")),
    ("my mum overdosed an hour ago", "she's awake", "he's talking", "i called 911", "police are on the way", "they found her", "he's safe"),
    ("my friend wants to kill himself", "yes", "i'm driving over", "i'm on my way", "going to the er", "we're going to the er"),
    ("my friend wants to kill himself", "yes", "they took him", "i can't stop shaking", "i can't stop crying"),
    ("my friend wants to kill himself", "should i hide the knives", "should i lock up the pills", "do i have to tell her parents"),
    ("my friend wants to kill himself", "not right now", "should i hide the knives", "should i lock up the pills"),
    ("my friend wants to kill himself", "should i tell his mum", "am i allowed to tell anyone"),
    *((each, each) for each in ("he'll kill himself if i leave him", "he'll shoot himself and me if i leave him")),
    ("he'll kill himself if i leave him", "he's done it before", "he means it", "i'm leaving him", "i can't leave"),
    ("he'll kill himself if i leave him", "am i a bad person", "it would be my fault", "he has a gun"),
    *((each, each) for each in ("a girl in my class says her father beats her", "my sister's husband hits her")),
    ("my sister's husband hits her", "it's happening right now", "right now", "should i report it", "what if i'm wrong"),
    ("my sister's husband hits her", "what do i say to her", "she won't leave"),
    (
        "i want to kill myself",
        "yes, with pills tonight",
        "i don't want to anymore",
        "i changed my mind",
        "i threw it away",
        "i put it away",
    ),
    ("i want to kill myself", "yes, with pills tonight", "we're going to the er", "going to the er", "should i lock up my gun"),
    ("i want to kill myself", "yes, with pills tonight", "should i lock up my gun", "how do i get rid of my pills"),
    ("i want to kill myself", "no plan", "should i lock up my gun", "how do i get rid of my pills"),
    ("my friend wants to kill himself", "ok im calling", "calling them now"),
    ("i go numb and scared when my boyfriend touches me", "no hes lovely"),
    # Help that was reached, and what is told once the worst is known
    (
        "i took 4 of my sertraline instead of 1",
        *("i can't ring, i'm deaf", "my mum's ringing 111", "they picked up", "the nurse says i'm ok", "it was a mistake, i mixed them up"),
    ),
    ("i took 4 of my sertraline instead of 1", "my mum's ringing 111", "the nurse says i'm ok"),
    ("i want to kill myself", "yes, with pills tonight", "my sister is driving over", "dad is coming too", "the paramedics said i'm fine"),
    ("i counted the pills in the cabinet", "i didn't take any", "i didn't take any of them"),
    ("i counted the pills in the cabinet", "yes", "i didn't take any", "i didn't take any of them"),
    ("i keep cutting myself", "no", "the urge is back", "how do i get through tonight", "she put the knives away"),
    ("i think about killing myself", "no plan, my doctor knows and i have a safety plan", "i'm in treatment for it"),
    ("the radio sends me secret messages and i haven't slept for days", "i don't need a doctor, they're in on it", "they work for them"),
    (
        "i throw up after every meal so i don't get fat",
        *("will they make me eat", "do i have to tell a doctor my weight", "i dont want to die if thats what you think"),
    ),
    ("i think about killing myself", "no plan", "find me a therapist", "i am safe", "yes show me the way"),
    # Dangers that are none
    ("i nearly shook her", "no!! I am not hurting anyone"),
    ("my chest is so heavy i cant get up", "no its emotional"),
    ("i have chest pain", "it's just anxiety"),
    ("i skip lunch to be thinner", "its not an eating disorder"),
    ("i make myself sick after meals", "its not an eating disorder"),
    ("i cant see a future", "what do i say to the samaritans"),
    ("stop asking me about hurting her",),
    ("my appetite is gone",),
    ("quiero morir", "no hablo ingles"),
    # What a deployment lacks, what is refused
    (BEHIND_A_PROXY, "#Find a clinician"),
    (REFUSED,),
)
STATES = (
    ("i want to kill myself",),
    ("#Try five minutes", "music"),
    ("#Find a clinician",),
    ("#Find a clinician", "#I feel nothing", "#That's enough"),
    ("a quick self-check", "#Do the two"),
    ("keep it short please",),
)
"""Where what no choice stands for is answered in its own way, however often something comes between."""
ANYWHERE = (
    *("hello", "thanks", "are you a bot", "you don't get it", "nice weather today", "what's the capital of france", "say that again"),
    *("i don't know", "no", "flurble wug zant", "me siento vacio", "tell me more", "stop"),
)
MOMENTS = (
    ("what is anhedonia", "#Tell me more", "#Go one deeper"),
    ("flurble wug zant", "wug flurble zant"),
    ("me siento vacio todo el tiempo",),
    ("clear this chat",),
    ("what is therapy like", "#Words"),
)
"""Where the next word counts."""
NEXT = ("tell me more", "no", "flurble wug zant")


@pytest.fixture(scope="module")
def walk(thaw: Thaw) -> Walk:
    """Everything walked."""
    walked = Walk(thaw)
    follow_every_choice(walked, WORDS)
    for steps in STATES:
        walked.visitor().go(*steps, *ANYWHERE)
    for steps in MOMENTS:
        for text in NEXT:
            walked.visitor().go(*steps, text)
    return walked


def test_every_response_is_shown_to_somebody(walk: Walk) -> None:
    missing = sorted(set(walk.never_shown()) - set(ELSEWHERE))
    assert missing == [], " ".join(missing)


def test_what_is_shown_elsewhere_is_not_shown_here_and_its_tests_are_there(walk: Walk) -> None:
    assert set(ELSEWHERE) <= set(walk.never_shown())
    for place in ELSEWHERE.values():
        file, test = place.split("::")
        assert f"def {test}(" in (ROOT / "tests" / file).read_text(encoding="utf-8")


def test_no_turn_is_a_dead_end(walk: Walk) -> None:
    assert walk.turns > 500
    assert walk.dead_ends == []


def test_what_comes_again_comes_in_other_words(walk: Walk) -> None:
    assert walk.repeated == []


def test_the_way_forward_is_not_always_the_same(walk: Walk) -> None:
    ways = Counter(payload for _, payload in walk.first_choices)
    assert max(ways.values()) <= AT_MOST * sum(ways.values()), ways.most_common(3)
