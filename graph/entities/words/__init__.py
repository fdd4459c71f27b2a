"""The data files of common words that stand for somebody → what they say.

nouns           nouns.toml: which common nouns stand for whom
titles          titles.toml: "the Russian leader", and which words before a title matter
common          common_words.txt: words that are no names though a title writes them large
forenames       forenames.toml: what men and women are called
deeds           deeds.toml: "the bombing" tells again of what "bombed" told
descriptions    world/described.toml: which states "the kingdom" fits, who may be "the group"
"""
