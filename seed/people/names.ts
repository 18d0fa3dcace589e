/**
 * Given names from many places; family names from birds, trees, weather and stones, so that nobody can be taken for a
 * real person of any town.
 */
export const girls = (
  'Amara Bea Chidi Daisy Esme Farah Grace Hana Ines Jaya Kezia Leila Maja Nia Orla Priya Roza Safiya Tilly Uma Violet ' +
  'Wren Yusra Zofia Ada Ayesha Blessing Carys Dilys Ewa Freya Gwen Hafsa Imogen Jasmine Kamala Lottie Mina Noor Olive ' +
  'Poppy Ruby Shanice Tamar Vesna Winnie Yara Zara Abena Beatrix'
).split(' ')

export const boys = (
  'Arlo Bilal Caleb Dawid Eli Femi George Haroon Ivo Jamal Kwame Leon Milo Nathan Omar Piotr Quinn Rafi Samir Tomasz ' +
  'Umar Viktor Wilf Xavi Yusuf Zac Adeel Ben Cosmo Dexter Emeka Finlay Gabriel Hugo Idris Jago Kofi Luca Marek Noah ' +
  'Oisin Percy Rohan Stan Theo Vikram Will Yaw Zain Alfie'
).split(' ')

export const families = (
  'Lapwing Alder Sandstone Fieldfare Rowan Drizzle Flint Goldcrest Hawthorn Mistral Slate Nuthatch Hornbeam Breeze ' +
  'Granite Redstart Larch Thaw Marble Siskin Willow Haar Pumice Turnstone Juniper Squall Basalt Wagtail Aspen Sleet ' +
  'Agate Dunlin Whitebeam Gale Feldspar Plover Sycamore Mizzle Gneiss Curlew Maple Sunshower Jasper Whimbrel Blackthorn ' +
  'Snowdrift Onyx Bunting Linden Cirrus Opal Chiffchaff Spindle Zephyr Quartz Sandpiper Elder Nimbus Chalk Avocet ' +
  'Cedar Frost Schist Dotterel Medlar Rainbow Cobble Linnet Osier Moonbow Shale Whinchat Poplar Monsoon Marl Kittiwake ' +
  'Damson Gust Tuff Pipit Bramble Hailstone Oolite Guillemot Quince Cloudberry Serpentine Ouzel Mulberry Dewfall ' +
  'Travertine Brambling Sorrel Westerly Obsidian Phalarope Bullace Icicle Gritstone Twite'
).split(' ')

export const streets = (
  'Teasel Lane;Kestrel Close;Old Ropewalk;Limpet Street;Samphire Road;Tollgate Hill;Bobbin Row;Cockle Quay;Hayrick Way;' +
  'Lantern Street;Saltpan Lane;Mill Leat;Thistle Avenue;Gorse Rise;Pebble Terrace;Harrier Drive;Ferry Steps;Orchard Bank'
).split(';')

export const places = ['Eelmouth', 'Upper Thrift', 'Saltings', 'Quernham', 'Nether Fold', 'Larkhithe']
