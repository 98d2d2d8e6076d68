"""What short texts on a page say: that other stories follow, that they are a control, who wrote something, and when."""

from __future__ import annotations

import re

_TIME = re.compile(r"\b\d{1,2}:\d\d\b|\b\d{1,2}h\d\d\b|\b(?:19|20)\d\d-\d\d-\d\d\b")
_WORDS_OF_A_LABEL = 6
_SENTENCE_ENDS = tuple(".!?…。！？؟।۔")


def _any_of(*patterns: str) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns), re.IGNORECASE | re.DOTALL)


# Headings under which other stories or the site itself follow: by their beginning, or whole.
_OTHER_STORIES = _any_of(
    r"related (?:articles?|stories|posts?|news|content|links|reading|topics|coverage|products?|items?)|"
    r"more (?:from|on|stories|news|in this|articles|like)|read (?:more|next|also)|you (?:may|might) (?:also|like)|"
    r"recommended|most (?:read|popular|viewed|commented)|also (?:read|on)|don.t miss|"
    r"\d+ (?:comments?|responses|replies)\b|"
    r"leave a (?:comment|reply)|post a comment|about the author|written by |about us|sign up|follow us|"
    r"stay (?:informed|connected)|customers? (?:also|who)|up next|what to read next|top stories|editor.s picks|"
    r"recent (?:posts|comments)",
    r"(?:related|trending|popular|latest|share|comments?|newsletter|subscribe|tags|categories|archives?|advertisement|"
    r"sponsored|navigation|search|similar|contact)(?: (?:this|now|us|posts?|news|stories|products?|items?))*\W*$",
    # German
    r"mehr (?:zum thema|aus|von|nachrichten|artikel)|(?:lesen sie|lies|auch) (?:auch|mehr|dazu)\b|auch interessant|"
    r"das könnte (?:sie|dich|ihnen)|weitere (?:artikel|nachrichten|themen|meldungen|beiträge)|ähnliche artikel|"
    r"meist ?gelesen|am meisten gelesen|passend dazu|über (?:den autor|die autorin|uns)|\d+ kommentare?\b",
    r"(?:kommentare?|newsletter|anzeige|werbung|teilen|schlagwörter|kontakt|zum thema|empfohlen|empfehlungen)\W*$",
    # French
    r"(?:[àa] )?lire (?:aussi|également|ensuite|la suite)|voir aussi\W*$|sur le même (?:sujet|thème)|"
    r"articles? (?:liés|similaires|connexes|recommandés)|les plus lus|vous aimerez|à propos de l.auteur|"
    r"\d+ commentaires?\b",
    r"(?:commentaires?|partager|publicité|étiquettes|recommandé|à la une|contact)\W*$",
    # Spanish
    r"(?:lee|lea|leer|ver) (?:también|más)|te puede interesar|también te puede|noticias relacionadas|"
    r"artículos? relacionados?|más (?:noticias|sobre|de|información)\b|lo más (?:leído|visto)|sobre el autor|"
    r"\d+ comentarios?\b",
    r"(?:relacionados?|relacionadas|comentarios?|compartir|publicidad|etiquetas|recomendados?|boletín|contacto)\W*$",
    # Arabic
    r"اقرأ (?:أيضا|أيضًا|ايضا|المزيد)|مواضيع ذات صلة|أخبار ذات صلة|مقالات ذات صلة|ذات صلة|الأكثر (?:قراءة|مشاهدة)|"
    r"قد يعجبك|شاهد أيضا",
    r"(?:التعليقات|تعليقات|مشاركة|إعلان|اشترك|تواصل معنا)\W*$",
)
# Short texts that are a page's controls.
_LABEL = _any_of(
    r"advertisement|advertising|sponsored(?: content)?|share(?: this| on .*)?|tweet|copy link|continue reading.*|"
    r"(?:read|see|view|show) (?:more|all|full).*|click here.*|subscribe.*|sign (?:up|in)\b.*|log ?(?:in|out)\b.*|print|"
    r"e-?mail|comments?(?: \(\d+\))?|reply|follow(?: us)?\b.{0,30}|skip to .*|back to (?:top|home).*|loading\W*|"
    r"next(?: page)?|\d+ (?:comments?|shares?|min(?:ute)?s? read|answers?|replies|points)|prev(?:ious)?(?: page)?|"
    r"permalink|edit|share|report(?: abuse)?|like|tags?:.*|photo: .*|related[^.]*:.*|"
    r"add to (?:basket|cart|wishlist).*|buy now|download|menu|close|search|play|copy|©.*|copyright .*",
    r"anzeige|werbung|teilen|drucken|weiterlesen.*|mehr (?:lesen|anzeigen|dazu).*|kommentieren|anmelden|abonnieren.*|"
    r"zum (?:inhalt|seitenanfang) .*|lesezeit:? .*|\d+ minuten lesezeit|nach oben|in den warenkorb|schließen|suche",
    r"publicité|partager(?: sur .*)?|imprimer|lire (?:la suite|plus).*|s.abonner.*|se connecter|commenter|"
    r"temps de lecture.*|aller au contenu|haut de page|ajouter au panier|fermer|rechercher",
    r"publicidad|compartir(?: en .*)?|imprimir|(?:leer|ver) más.*|suscr[ií]b.*|iniciar sesión|comentar|"
    r"tiempo de lectura.*|ir al contenido|añadir al carrito|cerrar|buscar",
    r"إعلان|مشاركة|شارك(?: على .*)?|طباعة|اقرأ المزيد.*|اشترك.*|تسجيل الدخول|بحث|إغلاق",
)
# Sentences in which a site speaks of itself, or of what may be done with its pages.
_OF_THE_SITE = re.compile(
    r"\b(?:(?:this|our) (?:web)?site|we|wir|diese (?:web)?seite|ce site|nous|este sitio|utilizamos|verwenden)\b.{0,30}"
    r"\bcookies\b|by (?:signing up|subscribing|submitting|clicking|continuing|registering)\b.{0,60}\byou\b|"
    r"\b(?:to|in|into) your inbox\b|all rights reserved|alle rechte vorbehalten|tous droits réservés|"
    r"todos los derechos reservados|may not be (?:published|reproduced|republished)\b|"
    r"\b(?:follow|find) (?:him|her|them|me|us) on\b",
    re.IGNORECASE,
)
# One of these is in every such sentence; looking for them first takes a tenth of the time.
_OF_THE_SITE_HAS = ("cookies", "inbox", "reserv", "vorbehalten", "réservés", "may not be", " you", "follow ", "find ")
# A paragraph that is a pointer to another story: such words, then its title.
_LEADS = re.compile(
    r"(?:(?:also|read|more|watch|listen|related|in pictures)\b[^.:]{0,25}|(?:mehr|lesen sie|lies|auch)\b[^.:]{0,25}|"
    r"(?:[àa] )?lire\b[^.:]{0,25}|(?:lee|lea|leer)\b[^.:]{0,25}|اقرأ[^.:]{0,25}):\s*\S.{0,140}",
    re.IGNORECASE | re.DOTALL,
)
_BYLINE = re.compile(
    r"(?:by|published|updated|posted|last (?:updated|modified)|written by|text size|photo|"
    r"von|veröffentlicht|aktualisiert|foto|par|publié|mis à jour|por|publicado|actualizado)\b|©|بقلم",
    re.IGNORECASE,
)


def is_other_stories(heading: str) -> bool:
    """Whether a heading announces other stories, or the site's own matters."""
    return _OTHER_STORIES.match(heading) is not None


def is_label(text: str) -> bool:
    """Whether a short text is a label of the page's controls."""
    if len(text) > 80 or _LABEL.fullmatch(text) is None:
        return False
    # "Skip to the next turn of the loop." is a sentence like others.
    return not (ends_as_sentence(text) and len(text.split()) > _WORDS_OF_A_LABEL)


def is_of_the_site(text: str) -> bool:
    """Whether a short text is the site's word about itself: cookies, newsletters, rights."""
    if len(text) > 300:
        return False
    low = text.casefold()
    return any(word in low for word in _OF_THE_SITE_HAS) and _OF_THE_SITE.search(low) is not None


def leads_to_another(text: str) -> bool:
    """Whether a paragraph only points to another story."""
    return _LEADS.fullmatch(text) is not None


def is_byline(text: str) -> bool:
    """Whether a line says who wrote something, or when."""
    return _BYLINE.match(text) is not None or _TIME.search(text) is not None


def ends_as_sentence(text: str) -> bool:
    """Whether a text ends as a sentence does."""
    return text.rstrip("\"'”’»)")[-1:] in _SENTENCE_ENDS


def reads_as_sentence(text: str) -> bool:
    """Whether a text ends as a sentence does, and has some words."""
    return ends_as_sentence(text) and len(text.split()) > 4 and not is_byline(text)
