"""Claims become sentences: statement, ranking, change, gap, run, record, relation; pure."""

from components.sentences.said import Said, all_sentences, sentences_of
from components.sentences.statement import country_sentence, statement_sentence

__all__ = ["Said", "all_sentences", "country_sentence", "sentences_of", "statement_sentence"]
